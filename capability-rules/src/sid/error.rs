use core::ops::Range;

use crate::error::impl_error;
use crate::invisible::is_invisible;
use crate::message::Message;
use crate::sid::kind::SidKind;

/// Why a string is not a SID of the expected kind.
///
/// The error contains the position and at most three characters of the string, because the string may be a secret.
///
/// ```
/// # use twilio_capability_rules::sid as twilio_capability;
/// use twilio_capability::{SidError, SidKind};
///
/// let error: SidError = SidKind::Account.check("").unwrap_err();
/// assert_eq!(error.to_string(), "this string is empty, but an account SID is needed");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SidError {
    pub(super) expected: SidKind,
    pub(super) kind: SidErrorKind,
    /// The first two characters. `'\0'` replaces each one that is missing, and both if the string looks like a secret.
    pub(super) start: [char; 2],
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The part of the rule that a string breaks.
///
/// ```
/// # use twilio_capability_rules::sid as twilio_capability;
/// use twilio_capability::{SidErrorKind, SidKind};
///
/// let error = SidKind::Account.check("AC0O").unwrap_err();
/// assert_eq!(error.kind(), SidErrorKind::NotHex('O'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SidErrorKind {
    /// The string is empty.
    Empty,
    /// The string looks like a secret: it contains 32 or 64 hexadecimal digits in a row, as auth tokens and keys for parameters do.
    Secret,
    /// White space, a quote or an invisible character is at the start or the end. It was probably copied with the SID.
    Pasted(char),
    /// The string is a SID of another kind.
    OtherKind(SidKind),
    /// The first two letters are not those of any kind of SID, or they are in lower case.
    Prefix,
    /// This character is not a hexadecimal digit.
    NotHex(char),
    /// The string has this many characters instead of [`LEN`](super::LEN).
    Length(usize),
}

impl SidError {
    /// The kind of SID that the string should be.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let error = SidKind::Application.check("AP00").unwrap_err();
    /// assert_eq!(error.expected(), SidKind::Application);
    /// ```
    #[must_use]
    pub const fn expected(&self) -> SidKind {
        self.expected
    }

    /// The part of the rule that the string breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::{SidErrorKind, SidKind};
    ///
    /// let error = SidKind::Application.check("AP00").unwrap_err();
    /// assert_eq!(error.kind(), SidErrorKind::Length(4));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> SidErrorKind {
        self.kind
    }

    /// Which bytes of the string are wrong. The range is empty if something is missing there.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let error = SidKind::Application.check("AP00").unwrap_err();
    /// assert_eq!(error.position(), 4..4);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let error = SidKind::Application.check("AP00").unwrap_err();
    /// assert!(error.headline().as_str().ends_with("has 34 characters, this one has 4"));
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        let noun = self.expected.noun();
        let message = Message::new();
        match self.kind {
            SidErrorKind::Empty => {
                message.str("this string is empty, but ").message(&self.expected.a_noun()).str(" is needed")
            }
            SidErrorKind::Secret => message.secret_instead_of(&self.expected.a_noun()),
            SidErrorKind::Pasted(HIDDEN) => message
                .str("there is white space, a quote or an invisible character ")
                .str(if self.from == 0 { "at the start of this " } else { "at the end of this " })
                .str(noun),
            SidErrorKind::Pasted(c) => message
                .str("there is ")
                .character(c)
                .str(if self.from == 0 { " before this " } else { " after this " })
                .str(noun),
            SidErrorKind::OtherKind(other) => message
                .str("this is ")
                .message(&other.a_noun())
                .str(", not ")
                .message(&self.expected.a_noun()),
            SidErrorKind::Prefix if self.start[0] == HIDDEN => message
                .message(&self.expected.a_noun())
                .str(" starts with `")
                .str(self.expected.prefix())
                .str("`, this string does not"),
            SidErrorKind::Prefix => self.start_shown(
                message
                    .message(&self.expected.a_noun())
                    .str(" starts with `")
                    .str(self.expected.prefix())
                    .str("`, this string starts with "),
            ),
            SidErrorKind::NotHex(HIDDEN) => {
                message.character_of(self.from + 1, noun).str("not a hexadecimal digit")
            }
            SidErrorKind::NotHex(c) => message
                .character_of(self.from + 1, noun)
                .character(c)
                .str(", which is not a hexadecimal digit"),
            SidErrorKind::Length(found) => message
                .message(&self.expected.a_noun())
                .str(" has 34 characters, this one has ")
                .number(found as u64),
        }
    }

    /// The same error without any character of the string, for strings that may be secrets, such as those of the
    /// environment. A character that [`kind`](Self::kind) holds becomes `U+FFFD`.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let error = SidKind::Application.check("APx").unwrap_err();
    /// assert_eq!(error.to_string(), "character 3 of this application SID is `x`, which is not a hexadecimal digit");
    /// assert_eq!(error.redacted().to_string(), "character 3 of this application SID is not a hexadecimal digit");
    /// ```
    #[must_use]
    pub const fn redacted(self) -> Self {
        let kind = match self.kind {
            SidErrorKind::Pasted(_) => SidErrorKind::Pasted(HIDDEN),
            SidErrorKind::NotHex(_) => SidErrorKind::NotHex(HIDDEN),
            kind => kind,
        };
        Self { kind, start: [HIDDEN; 2], ..self }
    }

    const fn start_shown(&self, message: Message) -> Message {
        let [first, second] = self.start;
        if second == '\0' || is_invisible(first) || is_invisible(second) {
            return message.character(first);
        }
        message.str("`").char(first).char(second).str("`")
    }
}

impl_error!(SidError);

/// Stands for a character that an error must not show.
const HIDDEN: char = char::REPLACEMENT_CHARACTER;
