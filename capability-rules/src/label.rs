//! Labels: texts of an access token for which Twilio publishes no pattern, such as identities and the names of
//! rooms.
//!
//! Any text serves, so only what cannot be meant is refused: nothing at all, and control characters, such as the
//! line break at the end of a file.

use core::ops::Range;

use crate::{Text, chars, impl_error};

/// What a label names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum LabelKind {
    /// Whom a token is for.
    Identity,
    /// A video room, by its name or its SID.
    Room,
    /// One device of somebody who has several.
    EndpointId,
    /// What a TaskRouter worker may do.
    Role,
    /// A token: its `jti`.
    TokenId,
}

impl LabelKind {
    /// What to call it in a sentence.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Room => "room",
            Self::EndpointId => "endpoint ID",
            Self::Role => "role",
            Self::TokenId => "token ID",
        }
    }
}

/// Checks a label: one or more characters, none of them a control character.
///
/// ```
/// use twilio_capability_rules::label::{self, LabelKind};
///
/// label::check(LabelKind::Identity, "zoë@example.com")?;
/// let error = label::check(LabelKind::Identity, "zoë\n").unwrap_err();
/// assert_eq!(error.to_string(), "character 4 of this identity is a line break");
/// # Ok::<(), label::LabelError>(())
/// ```
///
/// # Errors
///
/// It is empty, or has a control character in it.
pub const fn check(label: LabelKind, s: &str) -> Result<(), LabelError> {
    if chars::is_short_word(s) {
        return Ok(());
    }
    if s.is_empty() {
        return Err(LabelError { label, kind: LabelErrorKind::Empty, from: 0, to: 0, character: 0 });
    }
    let mut rest = s;
    let mut character = 0;
    while let Some((c, tail)) = chars::split_first(rest) {
        let from = s.len() - rest.len();
        character += 1;
        if chars::is_control(c) {
            let kind = LabelErrorKind::Control(c);
            return Err(LabelError { label, kind, from, to: from + c.len_utf8(), character });
        }
        rest = tail;
    }
    Ok(())
}

macro_rules! checks {
    ($($function:ident $kind:ident $words:literal),+) => {$(
        #[doc = concat!("As [`check`], for ", $words, ".")]
        ///
        /// # Errors
        ///
        /// It is empty, or has a control character in it.
        pub const fn $function(s: &str) -> Result<(), LabelError> {
            check(LabelKind::$kind, s)
        }
    )+};
}

checks! {
    check_identity Identity "an identity",
    check_room Room "a room",
    check_endpoint_id EndpointId "an endpoint ID",
    check_role Role "a role",
    check_token_id TokenId "a token ID"
}

/// Why a text is not a label.
///
/// ```
/// use twilio_capability_rules::label::{self, LabelErrorKind, LabelKind};
///
/// let error = label::check_room("").unwrap_err();
/// assert_eq!((error.label(), error.kind()), (LabelKind::Room, LabelErrorKind::Empty));
/// assert_eq!(error.help().as_str(), "leave it out if there is none");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LabelError {
    label: LabelKind,
    kind: LabelErrorKind,
    from: usize,
    to: usize,
    /// Which character it is, counted from 1.
    character: usize,
}

/// The part of the rule that was broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum LabelErrorKind {
    /// There is no text.
    Empty,
    /// A control character.
    Control(char),
}

impl LabelError {
    /// What the text should have named.
    #[must_use]
    pub const fn label(&self) -> LabelKind {
        self.label
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> LabelErrorKind {
        self.kind
    }

    /// Where it is wrong, as a range of bytes of the text that was checked.
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.from..self.to
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub const fn headline(&self) -> Text {
        let (text, noun) = (Text::new(), self.label.noun());
        match self.kind {
            LabelErrorKind::Empty => text.str("this ").str(noun).str(" is empty"),
            LabelErrorKind::Control(c) => text
                .str("character ")
                .number(self.character as u64)
                .str(" of this ")
                .str(noun)
                .str(" is ")
                .character(c),
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> Text {
        match (self.kind, self.label) {
            (LabelErrorKind::Empty, LabelKind::Identity) => {
                Text::new().str("a token without an identity is anonymous, and has to say so")
            }
            (LabelErrorKind::Empty, _) => Text::new().str("leave it out if there is none"),
            (LabelErrorKind::Control(_), _) => {
                Text::new().str("remove it: any text serves that has no control characters")
            }
        }
    }

    /// Headline, the text with carets under what is wrong, and help. `value` is the text that was checked.
    ///
    /// ```
    /// use twilio_capability_rules::label;
    ///
    /// let report = label::check_room("daily\t").unwrap_err().report("daily\t");
    /// assert!(report.as_str().starts_with("character 6 of this room is a tab\n  daily·\n       ^\n= help: "));
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Text {
        let at = self.position();
        let at = match self.kind {
            LabelErrorKind::Empty => None,
            LabelErrorKind::Control(_) => Some(&at),
        };
        Text::report(&self.headline(), value, at, &self.help())
    }
}

impl_error!(LabelError);

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::ToString;

    use super::*;

    #[test]
    fn any_text_serves_but_none_and_control_characters() {
        let mut buffer = [0; 4];
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            assert_eq!(check_identity(c.encode_utf8(&mut buffer)).is_ok(), !c.is_control(), "{c:?}");
        }
        assert_eq!(check_identity("").unwrap_err().kind(), LabelErrorKind::Empty);
        let error = check_endpoint_id("é\u{7}").unwrap_err();
        assert_eq!((error.kind(), error.position()), (LabelErrorKind::Control('\u{7}'), 2..3));
        assert_eq!(error.label(), LabelKind::EndpointId);
        assert_eq!(error.to_string(), "character 2 of this endpoint ID is the invisible character U+0007");
        assert_eq!(check_role("").unwrap_err().to_string(), "this role is empty");
        assert_eq!(check_token_id("").unwrap_err().report("").as_str().lines().count(), 2);
        let help = "remove it: any text serves that has no control characters";
        assert_eq!(error.help().as_str(), help);
        assert_eq!(error.report("é\u{7}").as_str(), std::format!("{error}\n  é·\n   ^\n= help: {help}"));
        for (error, help) in [
            (check_identity(""), "a token without an identity is anonymous, and has to say so"),
            (check_room(""), "leave it out if there is none"),
        ] {
            assert_eq!(error.unwrap_err().help().as_str(), help);
        }
    }
}
