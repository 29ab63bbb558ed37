use crate::chars;
use crate::invisible::is_invisible;

/// The characters that a kind of string may contain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Characters {
    /// ASCII letters, digits and underscores.
    Word,
    /// All but white space, control characters and other invisible ones.
    Visible,
    /// The visible characters without the delimiters of RFC 2396, section 2.4.3: `<`, `>`, `#`, `%` and `"`.
    VisibleNoDelimiters,
    /// All but control characters.
    NoControl,
}

impl Characters {
    pub(super) const fn contain(self, c: char) -> bool {
        match self {
            Self::Word => c.is_ascii_alphanumeric() || c == '_',
            Self::Visible => !is_invisible(c),
            Self::VisibleNoDelimiters => !is_invisible(c) && !matches!(c, '<' | '>' | '#' | '%' | '"'),
            Self::NoControl => !chars::is_control(c),
        }
    }

    /// How many ASCII characters at the start of `s` are allowed, and what follows them. Loops over bytes without calls, because the
    /// compiler interprets this for each character of a literal.
    pub(super) const fn plain(self, s: &[u8]) -> (usize, &[u8]) {
        let mut n = 0;
        let mut rest = s;
        match self {
            Self::Word => {
                while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_', tail @ ..] = rest {
                    (n, rest) = (n + 1, tail);
                }
            }
            Self::Visible => {
                while let [b'!'..=b'~', tail @ ..] = rest {
                    (n, rest) = (n + 1, tail);
                }
            }
            Self::VisibleNoDelimiters => {
                while let [b'!' | b'$' | b'&'..=b';' | b'=' | b'?'..=b'~', tail @ ..] = rest {
                    (n, rest) = (n + 1, tail);
                }
            }
            Self::NoControl => {
                while let [b' '..=b'~', tail @ ..] = rest {
                    (n, rest) = (n + 1, tail);
                }
            }
        }
        (n, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_are_the_allowed_ones_of_ascii() {
        use Characters::{NoControl, Visible, VisibleNoDelimiters, Word};
        for characters in [Word, Visible, VisibleNoDelimiters, NoControl] {
            for c in 0..=u8::MAX {
                let is_plain = characters.plain(&[c]).0 == 1;
                assert_eq!(is_plain, c.is_ascii() && characters.contain(c.into()), "{c}");
            }
        }
    }
}
