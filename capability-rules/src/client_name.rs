//! Client names: who a device is when it is called, and who it says it is when it calls.
//!
//! Two rules. [`check`] is the one of capability tokens: letters, digits and underscores, 1 to 121 of them
//! (Twilio's capability token tutorial and error 31105; newer texts say 256, the older bound holds for both).
//! [`check_lenient`] is the one of the `<Client>` noun in TwiML: up to 256 characters, none of them a control
//! character, white space or a delimiter. The delimiters are those of RFC 2396, section 2.4.3: `<`, `>`, `#`,
//! `%` and `"`.

use core::ops::Range;

use crate::{Text, chars, impl_error};

/// The most characters of a client name.
///
/// ```
/// use twilio_capability_rules::client_name;
///
/// assert!(client_name::check(&"x".repeat(client_name::MAX)).is_ok());
/// assert!(client_name::check(&"x".repeat(client_name::MAX + 1)).is_err());
/// ```
pub const MAX: usize = 121;

/// The most characters of a client name under the lenient rule.
///
/// ```
/// use twilio_capability_rules::client_name;
///
/// assert!(client_name::check_lenient(&"é".repeat(client_name::MAX_LENIENT)).is_ok());
/// ```
pub const MAX_LENIENT: usize = 256;

/// Checks a name by the rule of capability tokens: `[A-Za-z0-9_]`, 1 to [`MAX`] characters.
///
/// ```
/// use twilio_capability_rules::client_name;
///
/// client_name::check("john_2")?;
/// let error = client_name::check("john smith").unwrap_err();
/// assert_eq!(error.to_string(), "character 5 of this client name is a space");
/// # Ok::<(), client_name::ClientNameError>(())
/// ```
///
/// # Errors
///
/// The first character that is not allowed, or the length.
pub const fn check(s: &str) -> Result<(), ClientNameError> {
    check_by(Rule::Strict, s)
}

/// Checks a name by the wider rule of `<Client>`: 1 to [`MAX_LENIENT`] characters without control
/// characters, white space and delimiters.
///
/// ```
/// use twilio_capability_rules::client_name;
///
/// client_name::check_lenient("zoë@example.com")?;
/// # Ok::<(), client_name::ClientNameError>(())
/// ```
///
/// # Errors
///
/// The first character that is not allowed, or the length.
pub const fn check_lenient(s: &str) -> Result<(), ClientNameError> {
    check_by(Rule::Lenient, s)
}

/// Checks an identity for Voice: the rule of capability tokens, under the name that it has in access tokens.
///
/// 32 hexadecimal digits are no secret here: people take UUIDs without hyphens as identities.
///
/// ```
/// use twilio_capability_rules::client_name;
///
/// client_name::check_voice_identity("6f1c2b3a4d5e6f708192a3b4c5d6e7f8")?;
/// let error = client_name::check_voice_identity("john@example.com").unwrap_err();
/// assert_eq!(error.to_string(), "character 5 of this Voice identity is `@`");
/// # Ok::<(), client_name::ClientNameError>(())
/// ```
///
/// # Errors
///
/// The first character that is not allowed, or the length.
pub const fn check_voice_identity(s: &str) -> Result<(), ClientNameError> {
    check_by(Rule::VoiceIdentity, s)
}

const fn check_by(rule: Rule, s: &str) -> Result<(), ClientNameError> {
    if chars::is_short_word(s) {
        return Ok(());
    }
    if s.is_empty() {
        return Err(ClientNameError { rule, kind: ClientNameErrorKind::Empty, from: 0, to: 0, character: 0 });
    }
    if !matches!(rule, Rule::VoiceIdentity) && chars::holds_secret(s) {
        let kind = ClientNameErrorKind::Secret;
        return Err(ClientNameError { rule, kind, from: 0, to: s.len(), character: 0 });
    }
    let mut rest = s;
    let mut count = 0;
    let mut first_too_many = s.len();
    while let Some((c, tail)) = chars::split_first(rest) {
        let from = s.len() - rest.len();
        count += 1;
        if !rule.allows(c) {
            let kind = ClientNameErrorKind::Character(c);
            return Err(ClientNameError { rule, kind, from, to: from + c.len_utf8(), character: count });
        }
        if count == rule.max() + 1 {
            first_too_many = from;
        }
        rest = tail;
    }
    if count > rule.max() {
        let kind = ClientNameErrorKind::Length(count);
        return Err(ClientNameError { rule, kind, from: first_too_many, to: s.len(), character: 0 });
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rule {
    Strict,
    Lenient,
    VoiceIdentity,
}

impl Rule {
    const fn allows(self, c: char) -> bool {
        match self {
            Self::Strict | Self::VoiceIdentity => c.is_ascii_alphanumeric() || c == '_',
            Self::Lenient => !chars::is_invisible(c) && !matches!(c, '<' | '>' | '#' | '%' | '"'),
        }
    }

    const fn max(self) -> usize {
        match self {
            Self::Strict | Self::VoiceIdentity => MAX,
            Self::Lenient => MAX_LENIENT,
        }
    }

    const fn noun(self) -> &'static str {
        match self {
            Self::Strict | Self::Lenient => "client name",
            Self::VoiceIdentity => "Voice identity",
        }
    }
}

/// Why a text is not a client name.
///
/// ```
/// use twilio_capability_rules::client_name::{self, ClientNameError};
///
/// let error: ClientNameError = client_name::check("").unwrap_err();
/// assert_eq!(error.to_string(), "this client name is empty");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClientNameError {
    rule: Rule,
    kind: ClientNameErrorKind,
    from: usize,
    to: usize,
    /// Which character it is, counted from 1.
    character: usize,
}

/// The part of the rule that was broken.
///
/// ```
/// use twilio_capability_rules::client_name::{self, ClientNameErrorKind};
///
/// assert_eq!(client_name::check("").unwrap_err().kind(), ClientNameErrorKind::Empty);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ClientNameErrorKind {
    /// There is no text.
    Empty,
    /// The text has 32 hexadecimal digits on their own, as auth tokens have.
    Secret,
    /// A character that the rule does not allow.
    Character(char),
    /// More characters than the rule allows: this many.
    Length(usize),
}

impl ClientNameError {
    /// What is wrong.
    ///
    /// ```
    /// use twilio_capability_rules::client_name::{self, ClientNameErrorKind};
    ///
    /// let error = client_name::check("a-b").unwrap_err();
    /// assert_eq!(error.kind(), ClientNameErrorKind::Character('-'));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> ClientNameErrorKind {
        self.kind
    }

    /// Where it is wrong, as a range of bytes of the text that was checked.
    ///
    /// ```
    /// use twilio_capability_rules::client_name;
    ///
    /// let error = client_name::check("a-b").unwrap_err();
    /// assert_eq!(error.position(), 1..2);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::client_name;
    ///
    /// let error = client_name::check("a-b").unwrap_err();
    /// assert_eq!(error.headline().as_str(), "character 2 of this client name is `-`");
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Text {
        let (text, noun) = (Text::new(), self.rule.noun());
        match self.kind {
            ClientNameErrorKind::Empty => text.str("this ").str(noun).str(" is empty"),
            ClientNameErrorKind::Secret => {
                text.str("this looks like a secret, not a client name (it is not shown here)")
            }
            ClientNameErrorKind::Character(c) => text
                .str("character ")
                .number(self.character as u64)
                .str(" of this ")
                .str(noun)
                .str(" is ")
                .character(c),
            ClientNameErrorKind::Length(found) => text
                .str("a ")
                .str(noun)
                .str(" has at most ")
                .number(self.rule.max() as u64)
                .str(" characters, this one has ")
                .number(found as u64),
        }
    }

    /// What to do about it.
    ///
    /// ```
    /// use twilio_capability_rules::client_name;
    ///
    /// let error = client_name::check("a-b").unwrap_err();
    /// assert!(error.help().as_str().contains("letters (A-Z, a-z), digits and underscores"));
    /// ```
    #[must_use]
    pub const fn help(&self) -> Text {
        let form = match self.rule {
            Rule::Strict => {
                "a client name is made of letters (A-Z, a-z), digits and underscores, 1 to 121 of them"
            }
            Rule::VoiceIdentity => {
                "a Voice identity is made of letters (A-Z, a-z), digits and underscores, 1 to 121 of them"
            }
            Rule::Lenient => {
                "a client name has 1 to 256 characters, none of them white space, a control or other \
                 invisible character, or one of `<`, `>`, `#`, `%`, `\"`"
            }
        };
        match self.kind {
            ClientNameErrorKind::Secret => Text::new()
                .str("a client name is seen by everyone who is called; a secret does not belong in it"),
            _ => Text::new().str(form),
        }
    }

    /// Headline, the text with carets under what is wrong, and help. `value` is the text that was checked; one
    /// that looks like a secret is not shown.
    ///
    /// ```
    /// use twilio_capability_rules::client_name;
    ///
    /// let report = client_name::check("jöhn").unwrap_err().report("jöhn");
    /// assert!(report.as_str().starts_with("character 2 of this client name is `ö`\n  jöhn\n   ^\n= help: "));
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Text {
        let at = self.position();
        let at = match self.kind {
            ClientNameErrorKind::Secret | ClientNameErrorKind::Empty => None,
            _ => Some(&at),
        };
        Text::report(&self.headline(), value, at, &self.help())
    }
}

impl_error!(ClientNameError);

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::ToString;

    use super::*;

    #[test]
    fn the_strict_rule_is_letters_digits_and_underscores() {
        let mut buffer = [0; 4];
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let allowed = matches!(c, 'A'..='Z' | 'a'..='z' | '0'..='9' | '_');
            assert_eq!(check(c.encode_utf8(&mut buffer)).is_ok(), allowed, "{c:?}");
        }
    }

    #[test]
    fn the_lenient_rule_refuses_what_cannot_be_seen_and_delimiters() {
        for refused in
            [' ', '\n', '\u{7F}', '\u{85}', '\u{A0}', '\u{200B}', '\u{202E}', '<', '>', '#', '%', '"']
        {
            let error = check_lenient(&format!("é{refused}x")).unwrap_err();
            assert_eq!(error.kind(), ClientNameErrorKind::Character(refused));
            assert_eq!(error.position(), 2..2 + refused.len_utf8());
        }
        assert_eq!(
            check_lenient("").unwrap_err().help().as_str(),
            "a client name has 1 to 256 characters, none of them white space, a control or other invisible character, or \
             one of `<`, `>`, `#`, `%`, `\"`"
        );
        for allowed in ["a&b=c+d", "zoë", "📞", "o'neil", "a@b.c", "scope:client:outgoing?appSid=x"] {
            assert_eq!(check_lenient(allowed), Ok(()));
        }
    }

    #[test]
    fn lengths_count_characters() {
        assert_eq!(check(&"x".repeat(MAX)), Ok(()));
        let error = check(&"x".repeat(MAX + 2)).unwrap_err();
        assert_eq!((error.kind(), error.position()), (ClientNameErrorKind::Length(123), 121..123));
        assert_eq!(error.to_string(), "a client name has at most 121 characters, this one has 123");
        assert_eq!(check_lenient(&"é".repeat(MAX_LENIENT)), Ok(()));
        let error = check_lenient(&"é".repeat(MAX_LENIENT + 1)).unwrap_err();
        assert_eq!((error.kind(), error.position()), (ClientNameErrorKind::Length(257), 512..514));
        assert_eq!(check("").unwrap_err().to_string(), "this client name is empty");
        assert_eq!(check_lenient("").unwrap_err().kind(), ClientNameErrorKind::Empty);
    }

    #[test]
    fn a_voice_identity_obeys_the_strict_rule_in_words_of_its_own() {
        let mut buffer = [0; 4];
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let s = c.encode_utf8(&mut buffer);
            assert_eq!(check_voice_identity(s).is_ok(), check(s).is_ok(), "{c:?}");
        }
        let error = check_voice_identity(&"x".repeat(MAX + 1)).unwrap_err();
        assert_eq!(error.to_string(), "a Voice identity has at most 121 characters, this one has 122");
        assert_eq!(check_voice_identity("").unwrap_err().to_string(), "this Voice identity is empty");
        assert!(error.help().as_str().starts_with("a Voice identity is made of letters"));
    }

    #[test]
    fn a_secret_is_never_shown() {
        let secret = "0123456789abcdef0123456789abcdef";
        let error = check(secret).unwrap_err();
        assert_eq!(error.kind(), ClientNameErrorKind::Secret);
        assert!(!error.report(secret).as_str().contains("0123"));
    }

    #[test]
    fn the_help_says_the_rule_or_why_a_secret_is_none() {
        let secret = "0123456789abcdef0123456789abcdef";
        assert!(check(secret).unwrap_err().help().as_str().starts_with("a client name is seen by everyone"));
        assert!(check("").unwrap_err().help().as_str().starts_with("a client name is made of letters"));
    }
}
