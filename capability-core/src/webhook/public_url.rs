mod error;
mod host;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use twilio_capability_rules::is_invisible;
use zeroize::Zeroizing;

pub use self::error::{PublicUrlError, PublicUrlErrorKind};
use super::shown::start;
use crate::keys::{EnvError, EnvValue, Fault, process};

/// The address of a server as Twilio sees it: scheme, host, and the port and the start of the path where there are any.
///
/// It does not contain the path of the handler, which comes from each request. If a proxy removes the start of the path, that
/// start belongs here: `https://example.com/phone`. Twilio can sign a URL without its port, user name and password, so a request
/// is also valid if it is signed in this way.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::PublicUrl;
///
/// let url: PublicUrl = "https://example.com".parse()?;
/// assert!("example.com".parse::<PublicUrl>().is_err());
/// # Ok::<(), twilio_capability::webhook::PublicUrlError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PublicUrl {
    /// Without a slash at the end. It is wiped, because it can contain a password.
    url: Zeroizing<String>,
    user_info: Range<usize>,
    /// The port with its colon. It is empty if there is none.
    port: Range<usize>,
    default_port: &'static str,
}

impl PublicUrl {
    /// A public URL from an environment variable, for example `PUBLIC_URL`.
    ///
    /// # Errors
    ///
    /// The variable is missing, empty, not Unicode, or no public URL. The error names the variable and shows no character of its
    /// value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::EnvErrorKind;
    /// use twilio_capability::webhook::PublicUrl;
    ///
    /// let error = PublicUrl::from_env("NO_SUCH_VARIABLE").unwrap_err();
    /// assert_eq!(error.kind(), EnvErrorKind::Missing);
    /// ```
    pub fn from_env(variable: &str) -> Result<Self, EnvError> {
        process().variable(variable)
    }

    fn part(&self, range: Range<usize>) -> &str {
        self.url.get(range).unwrap_or_default()
    }

    /// What a signature of a request with this target covers: the URL and the form.
    pub(super) fn signed_text(&self, target: &str, form: &str) -> Zeroizing<String> {
        Zeroizing::new([&self.url, target, form].concat())
    }

    /// What Twilio may have signed for a request with this target, first with the URL that was given. Twilio leaves a port out or
    /// writes the default one, and leaves user name and password out, but not always.
    pub(super) fn signed_texts<'a>(
        &'a self,
        target: &'a str,
        form: &'a str,
    ) -> impl Iterator<Item = Zeroizing<String>> + use<'a> {
        let (user_info, port) = (self.part(self.user_info.clone()), self.part(self.port.clone()));
        let scheme = self.part(0..self.user_info.start);
        let host = self.part(self.user_info.end..self.port.start);
        let path = self.part(self.port.end..self.url.len());
        let other_port = if port.is_empty() { self.default_port } else { "" };
        let without_user_info = (!user_info.is_empty()).then_some("");
        std::iter::once(user_info).chain(without_user_info).flat_map(move |user_info| {
            let ports = [port, other_port].into_iter();
            ports
                .map(move |port| Zeroizing::new([scheme, user_info, host, port, path, target, form].concat()))
        })
    }

    /// The URL of a request, for people: without user name, password and query, and with the start of a long path.
    pub(super) fn shown(&self, target: &str) -> String {
        let user_info = if self.user_info.is_empty() { "" } else { "[redacted]@" };
        let rest = self.part(self.user_info.end..self.url.len());
        let mut url = [self.part(0..self.user_info.start), user_info, rest].concat();
        let path = target.split('?').next().unwrap_or_default();
        let (start, rest) = start(path);
        for c in start.chars() {
            // Whoever sends a request chooses its path, and a log could interpret it.
            if c.is_ascii_graphic() { url.push(c) } else { url.extend(c.escape_unicode()) }
        }
        url += rest;
        if path.len() < target.len() { url + "?…" } else { url }
    }
}

impl EnvValue for PublicUrl {
    fn from_value(value: Zeroizing<String>) -> Result<Self, Fault> {
        value.parse().map_err(|error: PublicUrlError| Fault::Invalid {
            help: error.help().to_owned(),
            source: error.into(),
        })
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        let error = |kind| Err(PublicUrlError::new(kind));
        if url.chars().any(is_invisible) {
            return error(PublicUrlErrorKind::Character);
        }
        let Some((scheme, rest)) = url.split_once("://") else { return error(PublicUrlErrorKind::Scheme) };
        let default_port = match scheme.to_ascii_lowercase().as_str() {
            "http" | "ws" => ":80",
            "https" | "wss" => ":443",
            _ => return error(PublicUrlErrorKind::Scheme),
        };
        if rest.contains(['?', '#']) {
            return error(PublicUrlErrorKind::Query);
        }
        let authority = rest.split('/').next().unwrap_or_default();
        // A `/` in a password: it would be the end of the host, and the rest of the password would be shown.
        if rest.get(authority.len()..).is_some_and(|path| path.contains('@')) {
            return error(PublicUrlErrorKind::Host);
        }
        let user_info = authority.rfind('@').map_or(0, |at| at + 1);
        let host_and_port = authority.get(user_info..).unwrap_or_default();
        // The colons of an IPv6 address are in brackets.
        let after_address = host_and_port.rfind(']').map_or(0, |bracket| bracket + 1);
        let colon =
            host_and_port.get(after_address..).and_then(|rest| rest.find(':')).map(|at| after_address + at);
        let (host, port) = host_and_port.split_at(colon.unwrap_or(host_and_port.len()));
        host::check(host).map_err(PublicUrlError::new)?;
        if colon.is_some() && !is_port(port) {
            return error(PublicUrlErrorKind::Port);
        }
        let authority_start = url.len() - rest.len();
        let port_end = authority_start + authority.len();
        Ok(Self {
            url: Zeroizing::new(url.trim_end_matches('/').to_owned()),
            user_info: authority_start..authority_start + user_info,
            port: port_end - port.len()..port_end,
            default_port,
        })
    }
}

/// A colon and a number from 1 to 65535.
fn is_port(port: &str) -> bool {
    let digits = port.strip_prefix(':').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse::<u16>().ok()).is_some_and(|port| port != 0)
}

impl fmt::Debug for PublicUrl {
    /// Without user name and password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PublicUrl").field(&self.shown("")).finish()
    }
}
