//! Strings in JSON, and the characters that they stand for.

use std::borrow::Cow;
use std::str::Chars;

/// The string that the text between two quotes stands for. The text was checked.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.as_bytes().contains(&b'\\') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    decoded.extend(Characters::of(text));
    Cow::Owned(decoded)
}

/// The text before the closing quote. The text was checked.
pub(super) fn until_quote(text: &str) -> &str {
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..)
        && let Some(stop) = memchr::memchr2(b'"', b'\\', rest)
    {
        if rest.get(stop) == Some(&b'"') {
            return text.get(..at + stop).unwrap_or_default();
        }
        at += stop + 2;
    }
    text
}

/// Whether the text at a position, up to its closing quote, stands for this string, which has no quotes and backslashes.
#[inline]
pub(super) fn is(json: &str, at: usize, string: &str) -> bool {
    let first = json.as_bytes().get(at);
    // Most names differ in the first byte.
    if first != string.as_bytes().first() && first != Some(&b'\\') {
        return false;
    }
    let text = json.get(at..).unwrap_or_default();
    match text.strip_prefix(string) {
        Some(rest) => rest.starts_with('"'),
        None => Characters::of(text).eq(string.chars()),
    }
}

/// The characters that a text stands for, up to the closing quote or the end. The text was checked.
pub(super) struct Characters<'a>(Chars<'a>);

impl<'a> Characters<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.chars())
    }
}

impl Iterator for Characters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self.0.next()? {
            '"' => None,
            '\\' => escape(&mut self.0),
            c => Some(c),
        }
    }
}

/// The character that an escape stands for. `rest` starts after the backslash. `None` if there is no such escape, or if it is
/// half of a surrogate pair.
pub(super) fn escape(rest: &mut Chars<'_>) -> Option<char> {
    Some(match rest.next()? {
        c @ ('"' | '\\' | '/') => c,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let first = unit(rest)?;
            let low = match first {
                0xD800..=0xDBFF if rest.next() == Some('\\') && rest.next() == Some('u') => Some(unit(rest)?),
                _ => None,
            };
            return char::decode_utf16([first].into_iter().chain(low)).next()?.ok();
        }
        _ => return None,
    })
}

/// Four hexadecimal digits.
fn unit(rest: &mut Chars<'_>) -> Option<u16> {
    (0..4).try_fold(0, |unit, _| Some(16 * unit + u16::try_from(rest.next()?.to_digit(16)?).ok()?))
}
