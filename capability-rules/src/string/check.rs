use crate::chars;
use crate::sid;
use crate::string::characters::Characters;
use crate::string::error::{StringError, StringErrorKind};
use crate::string::reserved::SIGNATURE_PARAM;
use crate::string::rule::StringRule;

impl StringRule {
    /// Checks that `s`, which is written in source code, obeys the rule.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// StringRule::CLIENT_NAME.check("john_2")?;
    /// let error = StringRule::CLIENT_NAME.check("john smith").unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this client name is a space");
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first of these that is true: `s` is empty; it looks like a secret and should be a name; it should be a secret and has a quote at
    /// its start or end, or is a SID; one of its characters is not allowed; it is too long; it is reserved.
    pub const fn check(self, s: &str) -> Result<(), StringError> {
        // Literals that hold no secret are the rule, and the compiler interprets this for each of them.
        if self.row.help_if_secret.is_some() && !chars::is_short_word(s) && chars::holds_secret(s) {
            return Err(self.error(StringErrorKind::Secret, s));
        }
        self.check_at_run_time(s)
    }

    /// Checks that `s`, which comes from the outside at run time, obeys the rule. 32 or 64 hexadecimal digits are a name here,
    /// because people use UUIDs without hyphens and hashes as names. In source code they are more often a secret.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// let uuid = "6f1c2b3a4d5e6f708192a3b4c5d6e7f8";
    /// StringRule::CLIENT_NAME.check_at_run_time(uuid)?;
    /// assert!(StringRule::CLIENT_NAME.check(uuid).is_err());
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`StringRule::check`], except that a name may look like a secret.
    pub const fn check_at_run_time(self, s: &str) -> Result<(), StringError> {
        if !chars::is_short_word(s)
            && let Some(error) = self.fault(s)
        {
            return Err(error);
        }
        // All reserved names start with an upper-case letter, and most other names do not. The check of the first letter
        // saves time when the compiler interprets the rules, which it does for every literal in a user's source.
        if let [_, ..] = self.row.reserved
            && let [b'A'..=b'Z', ..] = s.as_bytes()
            && let Some(name) = self.reserved_name(s)
        {
            return Err(self.error(StringErrorKind::Reserved(name), s));
        }
        // Names of parameters have reserved ones, and other strings have none.
        if let [_, ..] = self.row.reserved
            && chars::equal(s, SIGNATURE_PARAM)
        {
            return Err(self.error(StringErrorKind::SignatureName, s));
        }
        Ok(())
    }

    /// What is wrong with the length of `s`, whatever its characters are.
    ///
    /// ```
    /// # use twilio_capability_rules::string as twilio_capability;
    /// use twilio_capability::StringRule;
    ///
    /// assert!(StringRule::LENIENT_CLIENT_NAME.check_length(&" ".repeat(257)).is_some());
    /// assert!(StringRule::LENIENT_CLIENT_NAME.check_length(&" ".repeat(256)).is_none());
    /// ```
    #[must_use]
    pub fn check_length(self, s: &str) -> Option<StringError> {
        // A string has no more characters than bytes.
        if s.len() <= self.row.max {
            return None;
        }
        let (from, _) = s.char_indices().nth(self.row.max)?;
        Some(StringError { from, ..self.error(StringErrorKind::Length(s.chars().count()), s) })
    }

    /// What is wrong with `s`, aside from reserved strings.
    const fn fault(self, s: &str) -> Option<StringError> {
        if s.is_empty() {
            return Some(self.error(StringErrorKind::Empty, s));
        }
        if self.row.is_confidential
            && let Some((c, from)) = chars::pasted_around(s)
            && chars::is_quote(c)
        {
            let to = from + c.len_utf8();
            return Some(StringError { from, to, ..self.error(StringErrorKind::Quote, s) });
        }
        if self.row.help_if_sid.is_some() && sid::has_form(s) {
            return Some(self.error(StringErrorKind::IsSid, s));
        }
        let max = self.row.max;
        let (mut count, mut rest) = self.row.characters.plain(s.as_bytes());
        while let Some((c, tail)) = chars::split_first(rest) {
            count += 1;
            if !self.row.characters.contain(c) {
                let from = s.len() - rest.len();
                let to = from + c.len_utf8();
                if matches!(self.row.characters, Characters::Word) && is_client_prefix(s, to) {
                    return Some(StringError { to, ..self.error(StringErrorKind::ClientPrefix, s) });
                }
                let kind = self.kind_of(c, from == 0 || is_white_space(tail));
                return Some(StringError { from, to, character: count, ..self.error(kind, s) });
            }
            let (more, after) = self.row.characters.plain(tail);
            (count, rest) = (count + more, after);
        }
        if count > max {
            let from = chars::position(s, max);
            return Some(StringError { from, ..self.error(StringErrorKind::Length(count), s) });
        }
        None
    }

    /// The kind of error for a character that is not allowed. `at_end` if nothing but white space is before or after it.
    const fn kind_of(self, c: char, at_end: bool) -> StringErrorKind {
        if !self.row.is_confidential {
            StringErrorKind::Character(c)
        } else if c.is_whitespace() {
            if at_end { StringErrorKind::WhiteSpace } else { StringErrorKind::InnerWhiteSpace }
        } else if chars::is_control(c) {
            StringErrorKind::Control
        } else {
            StringErrorKind::Invisible
        }
    }

    /// The reserved name that `s` equals.
    const fn reserved_name(self, s: &str) -> Option<&'static str> {
        let mut rest = self.row.reserved;
        while let Some((name, others)) = rest.split_first() {
            if chars::equal(name, s) {
                return Some(name);
            }
            rest = others;
        }
        None
    }

    /// An error about the whole string.
    const fn error(self, kind: StringErrorKind, s: &str) -> StringError {
        StringError { rule: self, kind, from: 0, to: s.len(), character: 0 }
    }
}

/// Whether `s` is empty or consists of white space.
const fn is_white_space(s: &[u8]) -> bool {
    let mut rest = s;
    while let Some((c, tail)) = chars::split_first(rest) {
        if !c.is_whitespace() {
            return false;
        }
        rest = tail;
    }
    true
}

/// Whether the first `end` bytes of `s` are `client:`.
const fn is_client_prefix(s: &str, end: usize) -> bool {
    let (start, _) = s.split_at(end);
    chars::equal(start, "client:")
}
