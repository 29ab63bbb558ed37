//! How the JSON of a token is spelled. Each library spells in one way, whatever it writes.

/// What the JSON of header and claims has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
pub(crate) struct Spelling {
    /// White space between the tokens of JSON.
    pub(super) white_space: bool,
    /// A slash that is escaped: `\/`.
    pub(super) escaped_slash: bool,
    /// A slash that is not.
    pub(super) plain_slash: bool,
    /// A character above ASCII that is escaped: `\u00eb`.
    pub(super) escaped_letter: bool,
    /// A character above ASCII that is not.
    pub(super) plain_letter: bool,
}

impl Spelling {
    pub(super) fn of(json: &[u8]) -> Self {
        let mut spelling = Self::default();
        // Looks at every byte, because the compiler vectorizes that. Most tokens have none of these.
        if !json.iter().fold(false, |found, byte| found | is_special(*byte)) {
            let mut outside = json.split(|byte| *byte == b'"').step_by(2);
            spelling.white_space = json.contains(&b' ') && outside.any(|between| between.contains(&b' '));
            return spelling;
        }
        let (mut in_string, mut rest) = (false, json);
        while let [byte, after @ ..] = rest {
            rest = after;
            match byte {
                b'"' => in_string = !in_string,
                b'\\' => {
                    match after {
                        [b'/', ..] => spelling.escaped_slash = true,
                        [b'u', digits @ ..] => {
                            spelling.escaped_letter |= !digits.starts_with(b"00") || above_ascii(digits);
                        }
                        _ => {}
                    }
                    rest = after.get(1..).unwrap_or_default();
                }
                b'/' => spelling.plain_slash = true,
                byte if !in_string && byte.is_ascii_whitespace() => spelling.white_space = true,
                byte if !byte.is_ascii() => spelling.plain_letter = true,
                _ => {}
            }
        }
        spelling
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            white_space: self.white_space || other.white_space,
            escaped_slash: self.escaped_slash || other.escaped_slash,
            plain_slash: self.plain_slash || other.plain_slash,
            escaped_letter: self.escaped_letter || other.escaped_letter,
            plain_letter: self.plain_letter || other.plain_letter,
        }
    }
}

/// Whether a byte can be spelled in different ways, or is white space other than a space.
fn is_special(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'/' | b'\\') || !byte.is_ascii()
}

/// Whether these digits after `\u00` name a character above ASCII.
fn above_ascii(digits: &[u8]) -> bool {
    matches!(digits, [_, _, b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_of_strings_is_told_from_what_is_between_them() {
        let none = Spelling::default();
        for (json, spelling) in [
            (r#"{"a b":"\" c","d":1}"#, none),
            (r#"{"a": 1}"#, Spelling { white_space: true, ..none }),
            (r#"{"a":"\\" }"#, Spelling { white_space: true, ..none }),
            (r#"{"a":"x\/y"}"#, Spelling { escaped_slash: true, ..none }),
            (r#"{"a":"x/y"}"#, Spelling { plain_slash: true, ..none }),
            (r#"{"a":"\u00eb"}"#, Spelling { escaped_letter: true, ..none }),
            (r#"{"a":"\u201c"}"#, Spelling { escaped_letter: true, ..none }),
            (r#"{"a":"\u001b"}"#, none),
            (r#"{"a":"\\u00eb"}"#, none),
            (r#"{"a":"ë"}"#, Spelling { plain_letter: true, ..none }),
        ] {
            assert_eq!(Spelling::of(json.as_bytes()), spelling, "{json}");
        }
        let both = Spelling::of(b"{ }").and(Spelling::of(br#""\/""#));
        assert_eq!(both, Spelling { white_space: true, escaped_slash: true, ..none });
    }
}
