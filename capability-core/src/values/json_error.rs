use std::error::Error;
use std::fmt;

/// Error for JSON that cannot be a parameter of an access token. It contains no part of the JSON.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Json, JsonError, JsonErrorKind};
///
/// let error: JsonError = r#"{"a":1,"a":2}"#.parse::<Json>().unwrap_err();
/// assert_eq!(error.kind(), JsonErrorKind::Repeated);
/// assert_eq!(error.to_string(), "this JSON has two members of the same name (byte 8)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JsonError {
    pub(crate) kind: JsonErrorKind,
    /// The largest depth or length, or the position in bytes.
    pub(crate) number: usize,
}

/// The kinds of [`JsonError`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{Json, JsonErrorKind};
///
/// assert_eq!("[1".parse::<Json>().unwrap_err().kind(), JsonErrorKind::Syntax);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// It is not JSON, or a number in it is too large.
    Syntax,
    /// A whole number in it does not fit in 64 bits, so a reader would get another number.
    LongNumber,
    /// An object has two members of the same name.
    Repeated,
    /// It has too many levels of objects and arrays.
    TooDeep,
    /// Its text has too many bytes.
    TooLong,
}

impl JsonError {
    /// The kind of error.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Json, JsonErrorKind};
    ///
    /// let deep = "[".repeat(40) + &"]".repeat(40);
    /// assert_eq!(deep.parse::<Json>().unwrap_err().kind(), JsonErrorKind::TooDeep);
    /// ```
    #[must_use]
    pub fn kind(&self) -> JsonErrorKind {
        self.kind
    }

    /// What to do about it.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::Json;
    ///
    /// let deep = "[".repeat(40) + &"]".repeat(40);
    /// let error = deep.parse::<Json>().unwrap_err();
    /// assert_eq!(error.help(), "pass it as a string, for example with `value.to_string()`");
    /// ```
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.kind {
            JsonErrorKind::Syntax => "pass JSON, with numbers that fit in an `f64`",
            JsonErrorKind::LongNumber => "pass the number as a string",
            JsonErrorKind::Repeated => "give each member of an object another name",
            JsonErrorKind::TooDeep => "pass it as a string, for example with `value.to_string()`",
            JsonErrorKind::TooLong => {
                "pass an ID instead, by which the application's webhook can find the rest"
            }
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number;
        match self.kind {
            JsonErrorKind::Syntax => write!(f, "this is not JSON (byte {number})"),
            JsonErrorKind::LongNumber => f.write_str("a whole number in this JSON does not fit in 64 bits"),
            JsonErrorKind::Repeated => {
                write!(f, "this JSON has two members of the same name (byte {number})")
            }
            JsonErrorKind::TooDeep => {
                write!(f, "this JSON has more than {number} levels of objects and arrays")
            }
            JsonErrorKind::TooLong => write!(f, "this JSON has more than {number} bytes"),
        }
    }
}

impl Error for JsonError {}
