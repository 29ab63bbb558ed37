use std::error::Error;
use std::fmt;

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
    /// It has no host, or one that is neither a host name nor an IPv6 address in brackets.
    Host,
    /// The host contains a character outside of ASCII.
    NonAsciiHost,
    /// The port is not a number from 1 to 65535.
    Port,
    /// It has a query or a fragment. These come from each request.
    Query,
    /// It contains white space, a control character or another character that nobody sees.
    Character,
}

impl PublicUrlError {
    pub(super) fn new(kind: PublicUrlErrorKind) -> Self {
        Self { kind }
    }

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
        match self.kind {
            PublicUrlErrorKind::NonAsciiHost => {
                "write the host in punycode, such as `xn--bcher-kva.example` for `bücher.example`"
            }
            _ => "write the address of the server as Twilio sees it, such as `https://example.com`",
        }
    }
}

impl fmt::Display for PublicUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            PublicUrlErrorKind::Scheme => {
                "a public URL starts with `http://`, `https://`, `ws://` or `wss://`"
            }
            PublicUrlErrorKind::Host => "the host of this public URL is missing or malformed",
            PublicUrlErrorKind::NonAsciiHost => {
                "the host of this public URL contains a character outside of ASCII"
            }
            PublicUrlErrorKind::Port => "the port of this public URL is not a number from 1 to 65535",
            PublicUrlErrorKind::Query => "a public URL has no query and no fragment",
            PublicUrlErrorKind::Character => {
                "this public URL contains white space or another invisible character"
            }
        })
    }
}

impl Error for PublicUrlError {}
