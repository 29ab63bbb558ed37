//! Strings of a token as they are shown: two that differ are never shown alike, and no terminal obeys one.

use std::fmt::{self, Write};

use twilio_capability_rules::is_invisible;

use crate::jwt::{Value, json_read};

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

/// A JSON value without white space, with the members of objects and the numbers as they are in the token.
pub(crate) struct QuotedJson<'a>(pub(crate) &'a Value<'a>);

impl fmt::Display for QuotedJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = |f: &mut fmt::Formatter<'_>, n| if n == 0 { Ok(()) } else { f.write_char(',') };
        match self.0 {
            Value::Null => f.write_str("null"),
            Value::Bool(value) => value.fmt(f),
            Value::Integer(number) | Value::Fraction(number) => f.write_str(number),
            Value::String(string) => write_json_string(f, string),
            Value::Array(array) => {
                f.write_char('[')?;
                for (n, value) in json_read::elements(array).enumerate() {
                    comma(f, n)?;
                    QuotedJson(&value).fmt(f)?;
                }
                f.write_char(']')
            }
            Value::Object(object) => {
                f.write_char('{')?;
                for (n, (name, value)) in json_read::members(object).enumerate() {
                    comma(f, n)?;
                    write_json_string(f, &name)?;
                    f.write_char(':')?;
                    QuotedJson(&value).fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

/// A string as JSON, with other characters that cannot be seen escaped too.
fn write_json_string(f: &mut fmt::Formatter<'_>, string: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in string.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '\u{8}' => f.write_str("\\b")?,
            '\u{c}' => f.write_str("\\f")?,
            '\0'..' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => write_char(f, c, false)?,
        }
    }
    f.write_char('"')
}

/// What `T` displays, with control characters, invisible ones and marks that combine escaped: a line that no terminal obeys.
pub(crate) struct OneLine<T>(pub(crate) T);

impl<T: fmt::Display> fmt::Display for OneLine<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

struct Escaping<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        s.chars().try_for_each(|c| write_char(self.0, c, false))
    }
}

fn write_char(f: &mut fmt::Formatter<'_>, c: char, escape: bool) -> fmt::Result {
    match c {
        '"' | '\'' | '\\' if !escape => f.write_char(c),
        // Some letters have no ink.
        c if c != ' ' && !c.is_control() && is_invisible(c) => write!(f, "{}", c.escape_unicode()),
        c => write!(f, "{}", c.escape_debug()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

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
        for c in ('\u{80}'..=char::MAX).filter(|c| is_invisible(*c)) {
            let name = format!("john{c}");
            let json = QuotedJson(&Value::String(name.as_str().into())).to_string();
            for shown in [Quoted(&name).to_string(), QuotedAscii(&name).to_string(), json] {
                assert!(shown.is_ascii(), "U+{:X}", u32::from(c));
            }
        }
        // A Cyrillic letter that looks like an `a`.
        assert_eq!(QuotedAscii("\u{430}u1").to_string(), "\"\\u{430}u1\"");
        let json = |json: &'static str| QuotedJson(&json_read::value(json, 32).unwrap()).to_string();
        assert_eq!(json("{\"a\": \"\u{202e}\\\\\\\"\"}"), "{\"a\":\"\\u{202e}\\\\\\\"\"}");
        assert_eq!(
            json(r#"[ 1.50 , "\u001b\n\u0062\u007f" , [ ] , { } , null, false ]"#),
            r#"[1.50,"\u001b\nb\u{7f}",[],{},null,false]"#
        );
    }
}
