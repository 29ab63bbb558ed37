//! Strings of a token as they are shown: two that differ are never shown alike, and no terminal obeys one.

use std::fmt::{self, Write};

use serde_json::Value;

/// A string in double quotes. Control characters, invisible ones and marks that combine with the character before them are
/// escaped.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            write_char(f, c, c == '"' || c == '\\')?;
        }
        f.write_char('"')
    }
}

/// As [`Quoted`], where it is compared with a string in ASCII: what only looks like ASCII is escaped too.
pub(crate) struct QuotedAscii<'a>(pub(crate) &'a str);

impl fmt::Display for QuotedAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_ascii() {
            return Quoted(self.0).fmt(f);
        }
        f.write_char('"')?;
        for c in self.0.chars() {
            if c.is_ascii() {
                write_char(f, c, c == '"' || c == '\\')?;
            } else {
                write!(f, "{}", c.escape_unicode())?;
            }
        }
        f.write_char('"')
    }
}

/// A JSON value.
pub(crate) struct QuotedJson<'a>(pub(crate) &'a Value);

impl fmt::Display for QuotedJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // JSON has escaped quotes and backslashes already.
        self.0.to_string().chars().try_for_each(|c| write_char(f, c, false))
    }
}

fn write_char(f: &mut fmt::Formatter<'_>, c: char, escape: bool) -> fmt::Result {
    match c {
        '"' | '\'' | '\\' if !escape => f.write_char(c),
        c => write!(f, "{}", c.escape_debug()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::*;

    #[test]
    fn unlike_strings_are_shown_unlike() {
        let strings = [
            "a",
            "a ",
            "a\u{a0}",
            "a\u{200b}",
            "e\u{301}",
            "é",
            "a\"",
            "a\\\"",
            "a\\",
            "a\n",
            "a\\n",
            "zoë",
            "'",
        ];
        for quoted in [|s: &str| Quoted(s).to_string(), |s: &str| QuotedAscii(s).to_string()] {
            let shown: HashSet<_> = strings.iter().map(|s| quoted(s)).collect();
            assert_eq!(shown.len(), strings.len(), "{shown:?}");
        }
        assert_eq!(Quoted("zoë's \"e\u{301}\"").to_string(), "\"zoë's \\\"e\\u{301}\\\"\"");
        // A Cyrillic letter that looks like an `a`.
        assert_eq!(QuotedAscii("\u{430}u1").to_string(), "\"\\u{430}u1\"");
        assert_eq!(QuotedJson(&json!({"a": "\u{202e}\\\""})).to_string(), "{\"a\":\"\\u{202e}\\\\\\\"\"}");
    }
}
