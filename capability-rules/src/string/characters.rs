use crate::chars;

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
            Self::Visible => !chars::is_invisible(c),
            Self::VisibleNoDelimiters => !chars::is_invisible(c) && !matches!(c, '<' | '>' | '#' | '%' | '"'),
            Self::NoControl => !chars::is_control(c),
        }
    }
}
