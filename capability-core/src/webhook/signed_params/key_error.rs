use std::error::Error;
use std::fmt;

/// Why a string or bytes are not a [`ParamsKey`](super::ParamsKey). It contains no character of them.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::ParamsKey;
///
/// let error = "00ff".parse::<ParamsKey>().unwrap_err();
/// assert_eq!(error.to_string(), "this key for parameters has fewer than 64 hexadecimal digits (32 bytes)");
/// assert_eq!(error.help(), "write 64 hexadecimal digits, for example those that `openssl rand -hex 32` prints; the auth token is another secret");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParamsKeyError {
    kind: ParamsKeyErrorKind,
}

/// What is wrong with a key for parameters.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::webhook::{ParamsKey, ParamsKeyErrorKind};
///
/// assert_eq!("".parse::<ParamsKey>().unwrap_err().kind(), ParamsKeyErrorKind::Empty);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ParamsKeyErrorKind {
    /// The string is empty.
    Empty,
    /// The string has a character that is no hexadecimal digit, or an odd number of them.
    NotHex,
    /// It has fewer than 32 bytes. An auth token is such a string.
    TooShort,
    /// The bytes contain the characters of hexadecimal digits, and not the bytes that the digits mean. Those of an auth token do.
    HexText,
}

impl ParamsKeyError {
    pub(super) fn new(kind: ParamsKeyErrorKind) -> Self {
        Self { kind }
    }

    /// What is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::{ParamsKey, ParamsKeyErrorKind};
    ///
    /// assert_eq!("a secret".parse::<ParamsKey>().unwrap_err().kind(), ParamsKeyErrorKind::NotHex);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ParamsKeyErrorKind {
        self.kind
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::ParamsKey;
    ///
    /// assert!("".parse::<ParamsKey>().unwrap_err().help().contains("openssl rand -hex 32"));
    /// ```
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.kind {
            ParamsKeyErrorKind::HexText => {
                "parse the digits as a string; if they are an auth token, make another key with `openssl rand -hex 32`"
            }
            _ => {
                "write 64 hexadecimal digits, for example those that `openssl rand -hex 32` prints; the auth token is another secret"
            }
        }
    }
}

impl fmt::Display for ParamsKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ParamsKeyErrorKind::Empty => "this key for parameters is empty",
            ParamsKeyErrorKind::NotHex => {
                "this key for parameters does not consist of pairs of hexadecimal digits"
            }
            ParamsKeyErrorKind::TooShort => {
                "this key for parameters has fewer than 64 hexadecimal digits (32 bytes)"
            }
            ParamsKeyErrorKind::HexText => {
                "the bytes of this key for parameters contain the characters of 32 hexadecimal digits"
            }
        })
    }
}

impl Error for ParamsKeyError {}
