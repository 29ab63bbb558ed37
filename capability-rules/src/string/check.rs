use crate::chars;
use crate::string::error::{StringError, StringErrorKind};
use crate::string::rule::StringRule;

impl StringRule {
    /// Checks that `s` obeys the rule.
    ///
    /// ```
    /// use twilio_capability_rules::string::StringRule;
    ///
    /// StringRule::CLIENT_NAME.check("john_2")?;
    /// let error = StringRule::CLIENT_NAME.check("john smith").unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this client name is a space");
    /// # Ok::<(), twilio_capability_rules::string::StringError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first of these that is true: `s` is empty; it looks like a secret; one of its characters is not allowed; it
    /// is too long; it is reserved.
    pub const fn check(self, s: &str) -> Result<(), StringError> {
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
        Ok(())
    }

    /// As [`check`](Self::check), for a string that is not written in source code: there, 32 hexadecimal digits are a name
    /// like any other, because people use UUIDs without hyphens as names.
    ///
    /// ```
    /// use twilio_capability_rules::string::StringRule;
    ///
    /// let name = "6f1c2b3a4d5e6f708192a3b4c5d6e7f8";
    /// assert!(StringRule::CLIENT_NAME.check(name).is_err());
    /// assert!(StringRule::CLIENT_NAME.check_value(name).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check), except that no string looks like a secret.
    pub const fn check_value(self, s: &str) -> Result<(), StringError> {
        match self.check(s) {
            Err(StringError { kind: StringErrorKind::Secret, .. }) => match self.characters_fault(s) {
                Some(error) => Err(error),
                None => Ok(()),
            },
            checked => checked,
        }
    }

    /// What is wrong with the length of `s`, whatever its characters are.
    ///
    /// ```
    /// use twilio_capability_rules::string::StringRule;
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
        if self.row.help_if_secret.is_some() && chars::holds_secret(s) {
            return Some(self.error(StringErrorKind::Secret, s));
        }
        self.characters_fault(s)
    }

    /// A character that the rule does not allow, or too many of them.
    const fn characters_fault(self, s: &str) -> Option<StringError> {
        let max = self.row.max;
        let mut rest = s;
        let mut count = 0;
        let mut end_of_max = s.len();
        while let Some((c, tail)) = chars::split_first(rest) {
            let from = s.len() - rest.len();
            if count == max {
                end_of_max = from;
            }
            count += 1;
            if !self.row.characters.contain(c) {
                let to = from + c.len_utf8();
                return Some(StringError { from, to, character: count, ..self.error(self.kind_of(c), s) });
            }
            rest = tail;
        }
        if count > max {
            return Some(StringError { from: end_of_max, ..self.error(StringErrorKind::Length(count), s) });
        }
        None
    }

    /// The kind of error for a character that is not allowed.
    const fn kind_of(self, c: char) -> StringErrorKind {
        if !self.row.is_confidential {
            StringErrorKind::Character(c)
        } else if c.is_whitespace() {
            StringErrorKind::WhiteSpace
        } else {
            StringErrorKind::Control
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
