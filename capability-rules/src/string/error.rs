use core::ops::Range;

use crate::error::impl_error;
use crate::message::Message;
use crate::string::reserved::SIGNATURE_PARAM;
use crate::string::rule::StringRule;

/// Why a string does not obey a rule.
///
/// ```
/// # use twilio_capability_rules::string as twilio_capability;
/// use twilio_capability::{StringError, StringRule};
///
/// let error: StringError = StringRule::CLIENT_NAME.check("").unwrap_err();
/// assert_eq!(error.to_string(), "this client name is empty");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StringError {
    pub(super) rule: StringRule,
    pub(super) kind: StringErrorKind,
    pub(super) from: usize,
    pub(super) to: usize,
    /// The number of the character, counted from 1; 0 if the error is not about one character.
    pub(super) character: usize,
}

/// The part of the rule that a string breaks.
///
/// ```
/// # use twilio_capability_rules::string as twilio_capability;
/// use twilio_capability::{StringErrorKind, StringRule};
///
/// assert_eq!(StringRule::PARAM_NAME.check("a b").unwrap_err().kind(), StringErrorKind::Character(' '));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum StringErrorKind {
    /// The string is empty.
    Empty,
    /// A string in source code looks like a secret: it contains 32 or 64 hexadecimal digits in a row, as auth tokens and keys for
    /// parameters do.
    Secret,
    /// The string contains this character, which the rule does not allow.
    Character(char),
    /// An auth token or an API secret starts or ends with white space, often a line break.
    WhiteSpace,
    /// An auth token or an API secret contains white space between other characters.
    InnerWhiteSpace,
    /// An auth token or an API secret contains a control character.
    Control,
    /// An auth token or an API secret contains an invisible character.
    Invisible,
    /// An auth token or an API secret starts or ends with a quote.
    Quote,
    /// The string is a SID, and not an auth token or an API secret.
    IsSid,
    /// The name starts with `client:`, as the addresses of calls do.
    ClientPrefix,
    /// The string has too many characters: this many.
    Length(usize),
    /// The string is the name of a parameter that Twilio adds.
    Reserved(&'static str),
    /// The string is [`SIGNATURE_PARAM`], the name of the parameter that signs the others.
    SignatureName,
}

impl StringError {
    /// The rule that the string breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::ROOM.check("").unwrap_err();
    /// assert_eq!(error.rule(), StringRule::ROOM);
    /// ```
    #[must_use]
    pub const fn rule(&self) -> StringRule {
        self.rule
    }

    /// What messages call such a string.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::ROOM.check("").unwrap_err();
    /// assert_eq!(error.noun(), "room");
    /// ```
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        self.rule.noun()
    }

    /// The part of the rule that the string breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::{StringErrorKind, StringRule};
    ///
    /// let error = StringRule::PARAM_NAME.check("To").unwrap_err();
    /// assert_eq!(error.kind(), StringErrorKind::Reserved("To"));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> StringErrorKind {
        self.kind
    }

    /// Which bytes of the string are wrong.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::CLIENT_NAME.check("a-b").unwrap_err();
    /// assert_eq!(error.position(), 1..2);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::CLIENT_NAME.check("a-b").unwrap_err();
    /// assert_eq!(error.headline().as_str(), "character 2 of this client name is `-`");
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        let (message, noun) = (Message::new(), self.noun());
        match self.kind {
            StringErrorKind::Empty => message.str("this ").str(noun).str(" is empty"),
            StringErrorKind::Secret => message.secret_instead_of(&self.rule.a_noun()),
            StringErrorKind::Character(c) => message.character_of(self.character, noun).character(c),
            StringErrorKind::WhiteSpace | StringErrorKind::InnerWhiteSpace => {
                message.character_of(self.character, noun).str("white space")
            }
            StringErrorKind::Control => message.character_of(self.character, noun).str("a control character"),
            StringErrorKind::Invisible => {
                message.character_of(self.character, noun).str("an invisible character")
            }
            StringErrorKind::Quote => message.str("this ").str(noun).str(if self.from == 0 {
                " starts with a quote"
            } else {
                " ends with a quote"
            }),
            StringErrorKind::IsSid => message.str("this is a SID, not ").message(&self.rule.a_noun()),
            StringErrorKind::ClientPrefix => message.str("this ").str(noun).str(" starts with `client:`"),
            StringErrorKind::Length(found) => message
                .message(&self.rule.a_noun())
                .str(" has at most ")
                .number(self.rule.row.max as u64)
                .str(" characters, this one has ")
                .number(found as u64),
            StringErrorKind::Reserved(name) => message
                .str("the parameter `")
                .str(name)
                .str("` would shadow the `")
                .str(name)
                .str("` that Twilio adds"),
            StringErrorKind::SignatureName => {
                message.str("`").str(SIGNATURE_PARAM).str("` is the parameter that `SignedParams` adds")
            }
        }
    }

    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let error = StringRule::PARAM_NAME.check("To").unwrap_err();
    /// assert_eq!(error.help().as_str(), "choose another name, for example `my_To`");
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        let row = self.rule.row;
        if let (StringErrorKind::Character(_), Some(more)) = (self.kind, row.help_if_character) {
            return Message::new().str(row.help).str("; ").str(more);
        }
        let special = match self.kind {
            StringErrorKind::Empty => row.help_if_empty,
            StringErrorKind::Secret => row.help_if_secret,
            StringErrorKind::WhiteSpace => Some("remove it: `trim()` removes white space at the ends"),
            StringErrorKind::Quote => Some("remove the quotes around the value"),
            StringErrorKind::IsSid => row.help_if_sid,
            StringErrorKind::ClientPrefix => Some("delete `client:`"),
            StringErrorKind::SignatureName => Some("choose another name, for example `my_signature`"),
            StringErrorKind::Reserved(name) => {
                return Message::new().str("choose another name, for example `my_").str(name).str("`");
            }
            _ => None,
        };
        Message::new().str(match special {
            Some(help) => help,
            None => row.help,
        })
    }

    /// Headline, the string with carets under what is wrong, and help. `value` is the string that was checked. The
    /// report does not show it if it is a secret or looks like one.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let report = StringRule::CLIENT_NAME.check("jöhn").unwrap_err().report("jöhn");
    /// assert!(report.as_str().starts_with("character 2 of this client name is `ö`\n  jöhn\n   ^\n= help: "));
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Message {
        let at = self.position();
        let at = match self.kind {
            StringErrorKind::Character(_) | StringErrorKind::ClientPrefix | StringErrorKind::Length(_) => {
                Some(&at)
            }
            _ => None,
        };
        Message::report_unless_secret(&self.headline(), value, at, &self.help())
    }
}

impl_error!(StringError);
