use std::error::Error;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use zeroize::Zeroizing;

use crate::keys::{EnvError, EnvValue, Fault, process};

/// The address of a server as Twilio sees it: scheme, host, and the port and the start of the path where there are any.
///
/// It does not contain the path of the handler, which comes from each request. If a proxy removes the start of the path, that
/// start belongs here: `https://example.com/phone`.
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
    /// Without a slash at the end.
    url: String,
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

    /// The URL of a request with this target.
    pub(super) fn joined(&self, target: &str) -> String {
        format!("{}{target}", self.url)
    }

    /// The URLs that Twilio may have signed for a request with this target: a port that is the default of the scheme is
    /// sometimes included and sometimes not.
    pub(super) fn candidates(&self, target: &str) -> impl Iterator<Item = String> + use<> {
        let port = self.url.get(self.port.clone()).unwrap_or_default();
        let other = match port {
            "" => Some(self.default_port),
            port if port == self.default_port => Some(""),
            _ => None,
        };
        let with_other = other.map(|port| {
            let mut url = self.url.clone();
            url.replace_range(self.port.clone(), port);
            url + target
        });
        std::iter::once(self.joined(target)).chain(with_other)
    }

    /// The URL of a request, for people: without user name, password and query.
    pub(super) fn shown(&self, target: &str) -> String {
        let mut url = self.url.clone();
        if !self.user_info.is_empty() {
            url.replace_range(self.user_info.clone(), "[redacted]@");
        }
        let path = target.split('?').next().unwrap_or_default();
        for c in path.chars() {
            // Whoever sends a request chooses its path, and a log could interpret it.
            if c.is_ascii_graphic() { url.push(c) } else { url.extend(c.escape_unicode()) }
        }
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
        let error = |kind| Err(PublicUrlError { kind });
        if url.chars().any(|c| c.is_whitespace() || c.is_control()) {
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
        let is_bracketed = host_and_port.starts_with('[');
        let colon =
            host_and_port.get(after_address..).and_then(|rest| rest.find(':')).map(|at| after_address + at);
        let (host, port) = host_and_port.split_at(colon.unwrap_or(host_and_port.len()));
        if host.is_empty()
            || is_bracketed != host.ends_with(']')
            || is_bracketed != host.contains('[')
            || host == "[]"
        {
            return error(PublicUrlErrorKind::Host);
        }
        if colon.is_some() && !is_port(port) {
            return error(PublicUrlErrorKind::Port);
        }
        let authority_start = url.len() - rest.len();
        let port_end = authority_start + authority.len();
        Ok(Self {
            url: url.trim_end_matches('/').to_owned(),
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

/// Why a string is not the address of a server. It contains no part of the string, which may contain a password.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{PublicUrl, PublicUrlErrorKind};
///
/// let error = "example.com".parse::<PublicUrl>().unwrap_err();
/// assert_eq!(error.kind(), PublicUrlErrorKind::Scheme);
/// assert_eq!(error.to_string(), "a public URL starts with `http://`, `https://`, `ws://` or `wss://`");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublicUrlError {
    kind: PublicUrlErrorKind,
}

/// What is wrong with a public URL.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{PublicUrl, PublicUrlErrorKind};
///
/// let error = "https://example.com:0".parse::<PublicUrl>().unwrap_err();
/// assert_eq!(error.kind(), PublicUrlErrorKind::Port);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum PublicUrlErrorKind {
    /// It does not start with `http://`, `https://`, `ws://` or `wss://`.
    Scheme,
    /// It has no host.
    Host,
    /// The port is not a number from 1 to 65535.
    Port,
    /// It has a query or a fragment. These come from each request.
    Query,
    /// It contains white space or a control character.
    Character,
}

impl PublicUrlError {
    /// What is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{PublicUrl, PublicUrlErrorKind};
    ///
    /// let error = "https:///voice".parse::<PublicUrl>().unwrap_err();
    /// assert_eq!(error.kind(), PublicUrlErrorKind::Host);
    /// ```
    #[must_use]
    pub fn kind(&self) -> PublicUrlErrorKind {
        self.kind
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::PublicUrl;
    ///
    /// let error = "https://example.com/voice?x=1".parse::<PublicUrl>().unwrap_err();
    /// assert_eq!(
    ///     error.help(),
    ///     "write the address of the server as Twilio sees it, such as `https://example.com`"
    /// );
    /// ```
    #[must_use]
    pub fn help(&self) -> &'static str {
        "write the address of the server as Twilio sees it, such as `https://example.com`"
    }
}

impl fmt::Display for PublicUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            PublicUrlErrorKind::Scheme => {
                "a public URL starts with `http://`, `https://`, `ws://` or `wss://`"
            }
            PublicUrlErrorKind::Host => "this public URL has no host",
            PublicUrlErrorKind::Port => "the port of this public URL is not a number from 1 to 65535",
            PublicUrlErrorKind::Query => "a public URL has no query and no fragment",
            PublicUrlErrorKind::Character => "this public URL contains white space or a control character",
        })
    }
}

impl Error for PublicUrlError {}
