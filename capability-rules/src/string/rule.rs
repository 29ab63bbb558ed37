use core::fmt;

use crate::message::Message;
use crate::string::characters::Characters;

/// The rule for one kind of string: the characters that it may contain, its length, and what messages call it.
///
/// ```
/// # use twilio_capability_rules::string as twilio_capability;
/// use twilio_capability::StringRule;
///
/// const RULE: StringRule = StringRule::CLIENT_NAME;
/// assert_eq!((RULE.noun(), RULE.max()), ("client name", Some(121)));
/// assert!(RULE.check("john").is_ok());
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StringRule {
    pub(super) row: &'static Row,
}

/// The data of one rule. The table of rules has one row for each rule.
#[derive(PartialEq, Eq)]
pub(super) struct Row {
    /// What messages call such a string.
    pub(super) noun: &'static str,
    /// `a` or `an`, whichever goes before the noun.
    pub(super) article: &'static str,
    pub(super) characters: Characters,
    /// The largest number of characters, or [`UNLIMITED`].
    pub(super) max: usize,
    /// Strings that are refused although their characters and length are right. Each starts with an upper-case letter.
    pub(super) reserved: &'static [&'static str],
    /// Whether an error must not contain any character of the string.
    pub(super) is_confidential: bool,
    /// The help line. One of the next two replaces it in its case.
    pub(super) help: &'static str,
    pub(super) help_if_empty: Option<&'static str>,
    /// What the help line adds for a character that is not allowed.
    pub(super) help_if_character: Option<&'static str>,
    /// The help line for a string that looks like a secret. Without it, the rule accepts such
    /// a string in source code too.
    pub(super) help_if_secret: Option<&'static str>,
    /// The help line for a SID. Without it, the rule accepts a SID.
    pub(super) help_if_sid: Option<&'static str>,
}

/// The maximum of a rule that does not limit the length.
pub(super) const UNLIMITED: usize = usize::MAX;

impl StringRule {
    /// What messages call such a string: `client name`.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert_eq!(StringRule::ENDPOINT_ID.noun(), "endpoint ID");
    /// ```
    #[must_use]
    pub const fn noun(self) -> &'static str {
        self.row.noun
    }

    /// The noun with its article: `an identity`.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert_eq!(StringRule::IDENTITY.a_noun().as_str(), "an identity");
    /// ```
    #[must_use]
    pub const fn a_noun(self) -> Message {
        Message::new().str(self.row.article).str(" ").str(self.row.noun)
    }

    /// The largest number of characters, or `None` if there is no limit.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert_eq!(StringRule::LENIENT_CLIENT_NAME.max(), Some(256));
    /// assert_eq!(StringRule::ROOM.max(), None);
    /// ```
    #[must_use]
    pub const fn max(self) -> Option<usize> {
        if self.row.max == UNLIMITED { None } else { Some(self.row.max) }
    }

    /// The strings that are refused although their characters and length are right.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::PARAM_NAME.reserved().contains(&"CallSid"));
    /// ```
    #[must_use]
    pub const fn reserved(self) -> &'static [&'static str] {
        self.row.reserved
    }
}

impl fmt::Debug for StringRule {
    /// The noun alone: the rest is the same for every string of the kind.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StringRule").field(&self.row.noun).finish()
    }
}
