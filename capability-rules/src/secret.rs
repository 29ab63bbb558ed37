//! Secrets: the auth token of an account and the secret of an API key.
//!
//! Twilio publishes no pattern for them, so only what cannot be meant is refused: nothing at all, white space
//! and control characters. The error says where, and never what.

use crate::{Text, chars, impl_error};

/// Which secret.
///
/// ```
/// use twilio_capability_rules::secret::{self, SecretKind};
///
/// assert!(secret::check(SecretKind::ApiSecret, "not_a_real_api_secret").is_ok());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SecretKind {
    /// The auth token of an account.
    AuthToken,
    /// The secret of an API key.
    ApiSecret,
}

impl SecretKind {
    /// What to call it in a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::secret::SecretKind;
    ///
    /// assert_eq!(SecretKind::ApiSecret.noun(), "API secret");
    /// ```
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::AuthToken => "auth token",
            Self::ApiSecret => "API secret",
        }
    }
}

/// Checks a secret.
///
/// ```
/// use twilio_capability_rules::secret::{self, SecretKind};
///
/// let error = secret::check(SecretKind::AuthToken, "not a token\n").unwrap_err();
/// assert_eq!(error.to_string(), "character 4 of this auth token is white space");
/// ```
///
/// # Errors
///
/// It is empty, or has white space or a control character in it.
pub const fn check(secret: SecretKind, s: &str) -> Result<(), SecretError> {
    if s.is_empty() {
        return Err(SecretError { secret, kind: SecretErrorKind::Empty, character: 0 });
    }
    let mut rest = s;
    let mut character = 0;
    while let Some((c, tail)) = chars::split_first(rest) {
        character += 1;
        if c.is_whitespace() {
            return Err(SecretError { secret, kind: SecretErrorKind::WhiteSpace, character });
        }
        if chars::is_control(c) {
            return Err(SecretError { secret, kind: SecretErrorKind::Control, character });
        }
        rest = tail;
    }
    Ok(())
}

/// Why a text is not a secret. Holds nothing of the text.
///
/// ```
/// use twilio_capability_rules::secret::{self, SecretError, SecretKind};
///
/// let error: SecretError = secret::check(SecretKind::AuthToken, " ").unwrap_err();
/// assert_eq!(error.to_string(), "character 1 of this auth token is white space");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SecretError {
    secret: SecretKind,
    kind: SecretErrorKind,
    /// Which character it is, counted from 1.
    character: usize,
}

/// The part of the rule that was broken.
///
/// ```
/// use twilio_capability_rules::secret::{self, SecretErrorKind, SecretKind};
///
/// let error = secret::check(SecretKind::AuthToken, "a\0").unwrap_err();
/// assert_eq!(error.kind(), SecretErrorKind::Control);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SecretErrorKind {
    /// There is no text.
    Empty,
    /// White space, often a line break at the end of a file.
    WhiteSpace,
    /// A control character.
    Control,
}

impl SecretError {
    /// What is wrong.
    ///
    /// ```
    /// use twilio_capability_rules::secret::{self, SecretErrorKind, SecretKind};
    ///
    /// let error = secret::check(SecretKind::AuthToken, "").unwrap_err();
    /// assert_eq!(error.kind(), SecretErrorKind::Empty);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> SecretErrorKind {
        self.kind
    }

    /// Which character of the text is wrong, counted from 1; `None` if there is no text.
    ///
    /// ```
    /// use twilio_capability_rules::secret::{self, SecretKind};
    ///
    /// let error = secret::check(SecretKind::AuthToken, "").unwrap_err();
    /// assert_eq!(error.position(), None);
    /// ```
    #[must_use]
    pub const fn position(&self) -> Option<usize> {
        self.character.checked_sub(1)
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// use twilio_capability_rules::secret::{self, SecretKind};
    ///
    /// let error = secret::check(SecretKind::AuthToken, "").unwrap_err();
    /// assert_eq!(error.headline().as_str(), "this auth token is empty");
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Text {
        let noun = self.secret.noun();
        let what = match self.kind {
            SecretErrorKind::Empty => return Text::new().str("this ").str(noun).str(" is empty"),
            SecretErrorKind::WhiteSpace => " is white space",
            SecretErrorKind::Control => " is a control character",
        };
        Text::new().str("character ").number(self.character as u64).str(" of this ").str(noun).str(what)
    }

    /// What to do about it.
    ///
    /// ```
    /// use twilio_capability_rules::secret::{self, SecretKind};
    ///
    /// let error = secret::check(SecretKind::AuthToken, "").unwrap_err();
    /// assert_eq!(error.help().as_str(), "copy the auth token from the Twilio Console");
    /// ```
    #[must_use]
    pub const fn help(&self) -> Text {
        match self.kind {
            SecretErrorKind::Empty => {
                Text::new().str("copy the ").str(self.secret.noun()).str(" from the Twilio Console")
            }
            _ => Text::new().str("remove it, for example with `trim()`"),
        }
    }
}

impl_error!(SecretError);

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;

    use super::*;

    #[test]
    fn only_what_cannot_be_meant_is_refused() {
        let kind = |s| check(SecretKind::ApiSecret, s).map_err(|error| error.kind());
        assert_eq!(kind("x"), Ok(()));
        assert_eq!(kind("!\"§$%&/()=?ß"), Ok(()));
        assert_eq!(kind(""), Err(SecretErrorKind::Empty));
        assert_eq!(kind("a b"), Err(SecretErrorKind::WhiteSpace));
        assert_eq!(kind("a\u{A0}"), Err(SecretErrorKind::WhiteSpace));
        assert_eq!(kind("a\u{0}"), Err(SecretErrorKind::Control));
        assert_eq!(kind("\u{1B}a"), Err(SecretErrorKind::Control));
    }

    #[test]
    fn the_error_tells_the_place_and_nothing_of_the_text() {
        let error = check(SecretKind::AuthToken, "hunter2 ").unwrap_err();
        assert_eq!(error.position(), Some(7));
        assert!(!format!("{error:?}{error:#}").contains("hunter"));
        assert_eq!(check(SecretKind::AuthToken, "").unwrap_err().position(), None);
    }

    #[test]
    fn sentence_and_help_name_the_secret() {
        for (secret, noun) in [(SecretKind::AuthToken, "auth token"), (SecretKind::ApiSecret, "API secret")] {
            let empty = check(secret, "").unwrap_err();
            assert_eq!(
                format!("{empty:#}"),
                format!("this {noun} is empty\n= help: copy the {noun} from the Twilio Console")
            );
            let copied = check(secret, "a ").unwrap_err();
            assert_eq!(
                format!("{copied:#}"),
                format!(
                    "character 2 of this {noun} is white space\n= help: remove it, for example with `trim()`"
                )
            );
        }
    }
}
