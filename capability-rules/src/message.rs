use core::fmt;

use crate::chars;
use crate::invisible::is_invisible;

/// The size of the buffer. It has room for the longest report of a rule: four lines, of which the value and the line of
/// carets have at most [`Message::QUOTED`] characters each.
const CAPACITY: usize = 1536;

/// A message for people, built in `const` code.
///
/// Rust's formatting does not run in `const` code, and a panic there can only print a string. So the rules write
/// their messages into this buffer. It cuts off what does not fit, at a character boundary.
///
/// ```
/// use twilio_capability_rules::Message;
///
/// const SENTENCE: Message = Message::new().str("expected ").number(34).str(" characters");
/// assert_eq!(SENTENCE.as_str(), "expected 34 characters");
/// ```
#[derive(Clone, Copy)]
pub struct Message {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl Message {
    /// The number of characters after which [`Message::quoted`] and reports cut a value off.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// let long = "x".repeat(Message::QUOTED + 1);
    /// assert!(Message::new().quoted(&long).as_str().ends_with("x…"));
    /// ```
    pub const QUOTED: usize = 160;

    /// An empty message.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().as_str(), "");
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: [0; CAPACITY], len: 0 }
    }

    /// Appends `s`.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().str("a").str("b").as_str(), "ab");
    /// ```
    #[must_use]
    pub const fn str(mut self, s: &str) -> Self {
        let s = s.as_bytes();
        let room = CAPACITY - self.len;
        let mut fits = s.len();
        if fits > room {
            fits = room;
            while fits > 0 && is_continuation(s, fits) {
                fits -= 1;
            }
        }
        let (_, free) = self.bytes.split_at_mut(self.len);
        let (target, _) = free.split_at_mut(fits);
        let (source, _) = s.split_at(fits);
        target.copy_from_slice(source);
        self.len += fits;
        self
    }

    /// Appends another message.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().message(&Message::new().str("a")).as_str(), "a");
    /// ```
    #[must_use]
    pub const fn message(self, other: &Self) -> Self {
        self.str(other.as_str())
    }

    /// Appends a whole number in decimal.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().number(34).as_str(), "34");
    /// ```
    #[must_use]
    pub const fn number(self, n: u64) -> Self {
        let tens = if n >= 10 { self.number(n / 10) } else { self };
        let (_, digits) = "0123456789".split_at((n % 10) as usize);
        let (digit, _) = digits.split_at(1);
        tens.str(digit)
    }

    /// Appends a number of things: `1 character`, `2 characters`.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().count(2, "character").as_str(), "2 characters");
    /// ```
    #[must_use]
    pub const fn count(self, n: u64, thing: &str) -> Self {
        let counted = self.number(n).str(" ").str(thing);
        if n == 1 { counted } else { counted.str("s") }
    }

    /// Appends a character in a form that a reader recognises: `` `x` ``, `a space`, `U+200B`.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().character('x').str(", ").character('\t').as_str(), "`x`, a tab");
    /// ```
    #[must_use]
    pub const fn character(self, c: char) -> Self {
        match c {
            ' ' => self.str("a space"),
            '\t' => self.str("a tab"),
            '\n' | '\r' => self.str("a line break"),
            '"' => self.str("a double quote"),
            '\'' => self.str("a single quote"),
            '`' => self.str("a backtick"),
            _ if is_invisible(c) => self.str("the invisible character U+").hex(c as u32),
            _ => self.str("`").char(c).str("`"),
        }
    }

    /// Appends the start of a value, up to [`Message::QUOTED`] characters. Each invisible one is replaced by `·`,
    /// so that columns can be counted.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().quoted("a\nb").as_str(), "a·b");
    /// ```
    #[must_use]
    pub const fn quoted(self, s: &str) -> Self {
        let mut message = self;
        let mut rest = s.as_bytes();
        let mut shown = 0;
        while let Some((c, tail)) = chars::split_first(rest) {
            if shown == Self::QUOTED {
                return message.str("…");
            }
            message = if is_invisible(c) && c != ' ' { message.str("·") } else { message.char(c) };
            rest = tail;
            shown += 1;
        }
        message
    }

    /// The message as a string.
    ///
    /// ```
    /// use twilio_capability_rules::Message;
    ///
    /// assert_eq!(Message::new().str("zoë").as_str(), "zoë");
    /// ```
    #[must_use]
    pub const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(written) {
            Ok(s) => s,
            // This does not happen: only whole characters are written.
            Err(_) => "",
        }
    }

    /// As [`report`](Self::report), but a value that holds what looks like a secret is not shown. SIDs have a rule of their own for
    /// this, because a mistyped one can have 32 hexadecimal digits in a row.
    pub(crate) const fn report_unless_secret(
        headline: &Self,
        value: &str,
        at: Option<&core::ops::Range<usize>>,
        help: &Self,
    ) -> Self {
        Self::report(headline, value, if chars::holds_secret(value) { None } else { at }, help)
    }

    /// The report of a broken rule: the headline; the value, with carets under the part that `at` covers; the
    /// help line. Without `at`, the value is not shown.
    pub(crate) const fn report(
        headline: &Self,
        value: &str,
        at: Option<&core::ops::Range<usize>>,
        help: &Self,
    ) -> Self {
        let mut message = Self::new().message(headline);
        if let Some(at) = at {
            let before = chars::count(value, at.start);
            if before < Self::QUOTED {
                message = message.str("\n  ").quoted(value).str("\n  ").repeated(" ", before);
                let under = chars::count(value, at.end) - before;
                let width = if under == 0 { 1 } else { under };
                let shown = if before + width > Self::QUOTED { Self::QUOTED - before } else { width };
                message = message.repeated("^", shown);
            }
        }
        message.str("\n= help: ").message(help)
    }

    /// Appends that the string looks like a secret and is not `a_noun`.
    pub(crate) const fn secret_instead_of(self, a_noun: &Self) -> Self {
        self.str("this looks like a secret, not ").message(a_noun).str(" (it is not shown here)")
    }

    /// Appends how a sentence about one character starts: `character 2 of this identity is `.
    pub(crate) const fn character_of(self, number: usize, noun: &str) -> Self {
        self.str("character ").number(number as u64).str(" of this ").str(noun).str(" is ")
    }

    const fn repeated(self, s: &str, times: usize) -> Self {
        let mut message = self;
        let mut n = 0;
        while n < times {
            message = message.str(s);
            n += 1;
        }
        message
    }

    pub(crate) const fn char(self, c: char) -> Self {
        let mut utf8 = [0; 4];
        let s: &str = c.encode_utf8(&mut utf8);
        self.str(s)
    }

    const fn hex(self, n: u32) -> Self {
        let high = if n >= 0x1000 { n >> 4 } else { 0 };
        let mut message = if high > 0xFFF { self.hex(high) } else { self };
        let mut shift: u32 = if high > 0xFFF { 0 } else { 12 };
        loop {
            let (_, digits) = "0123456789ABCDEF".split_at(((n >> shift) & 0xF) as usize);
            let (digit, _) = digits.split_at(1);
            message = message.str(digit);
            if shift == 0 {
                return message;
            }
            shift -= 4;
        }
    }
}

const fn is_continuation(bytes: &[u8], at: usize) -> bool {
    match bytes.split_at(at).1.first() {
        Some(b) => *b & 0b1100_0000 == 0b1000_0000,
        None => false,
    }
}

impl Default for Message {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use core::ops::Range;
    use std::borrow::ToOwned;
    use std::format;
    use std::vec::Vec;

    use super::*;

    #[test]
    fn a_message_that_overflows_ends_at_a_character() {
        let mut message = Message::new();
        for _ in 0..CAPACITY {
            message = message.str("é…");
        }
        assert!(message.as_str().len() > CAPACITY - 4);
        assert!(message.as_str().starts_with("é…é…"));
    }

    #[test]
    fn numbers_and_counts() {
        let message = Message::new().number(0).str(" ").number(u64::MAX).str(" ").count(1, "day").str(" ");
        assert_eq!(message.count(2, "day").as_str(), "0 18446744073709551615 1 day 2 days");
    }

    #[test]
    fn characters_are_named_when_they_cannot_be_seen() {
        let named = |c| Message::new().character(c).as_str().len();
        assert_eq!(Message::new().character('\u{200B}').as_str(), "the invisible character U+200B");
        assert_eq!(Message::new().character('\u{7}').as_str(), "the invisible character U+0007");
        assert_eq!(Message::new().character('\u{E0001}').as_str(), "the invisible character U+E0001");
        assert_eq!(Message::new().character('é').as_str(), "`é`");
        assert!(named(' ') > 3);
    }

    #[test]
    fn carets_are_below_characters_not_bytes() {
        let (headline, help) = (Message::new().str("no"), Message::new().str("yes"));
        let report = Message::report(&headline, "zoë!", Some(&(4..5)), &help);
        assert_eq!(report.as_str(), "no\n  zoë!\n     ^\n= help: yes");
    }

    #[test]
    fn what_does_not_fit_is_cut_at_a_character_and_not_before() {
        let full = Message::new().repeated("x", CAPACITY - 3);
        assert_eq!(full.str("abc").as_str().len(), CAPACITY);
        assert!(full.str("ab…").as_str().ends_with("xab"));
        assert!(full.str("a…").as_str().ends_with("xa"));
        assert!(full.str("abcd").as_str().ends_with("xabc"));
        assert!(full.str("…").as_str().ends_with("x…"));
        assert!(full.str("abc").str("d").as_str().ends_with("xabc"));
    }

    #[test]
    fn each_character_that_is_hard_to_see_has_a_name() {
        for (c, name) in [
            (' ', "a space"),
            ('\t', "a tab"),
            ('\n', "a line break"),
            ('\r', "a line break"),
            ('"', "a double quote"),
            ('\'', "a single quote"),
            ('`', "a backtick"),
            ('\u{85}', "the invisible character U+0085"),
            ('\u{2028}', "the invisible character U+2028"),
            ('\u{FFF9}', "the invisible character U+FFF9"),
            ('\u{E0FFF}', "the invisible character U+E0FFF"),
            ('x', "`x`"),
        ] {
            assert_eq!(Message::new().character(c).as_str(), name);
        }
    }

    #[test]
    fn a_quote_keeps_spaces_marks_the_invisible_and_ends() {
        assert_eq!(Message::new().quoted("a b\tc\u{200B}").as_str(), "a b·c·");
        let long = "y".repeat(Message::QUOTED);
        assert_eq!(Message::new().quoted(&long).as_str(), long);
        assert_eq!(Message::new().quoted(&(long.clone() + "z")).as_str(), long + "…");
    }

    #[test]
    fn carets_stay_under_what_is_shown() {
        let (headline, help) = (Message::new().str("no"), Message::new().str("yes"));
        let carets = |value: &str, at: Range<usize>| {
            let report = Message::report(&headline, value, Some(&at), &help);
            let lines: Vec<_> = report.as_str().lines().map(ToOwned::to_owned).collect();
            assert_eq!(
                (lines.first().unwrap().as_str(), lines.last().unwrap().as_str()),
                ("no", "= help: yes")
            );
            // Where the carets start in their line, without the two spaces of the margin, and how many there are.
            lines.get(2).filter(|_| lines.len() == 4).map(|line| {
                let line = &line[2..];
                (line.find('^').unwrap(), line.matches('^').count())
            })
        };
        assert_eq!(carets("abc", 1..3), Some((1, 2)));
        assert_eq!(carets("abc", 3..3), Some((3, 1)));
        let long = "y".repeat(Message::QUOTED + 20);
        assert_eq!(carets(&long, 150..160), Some((150, 10)));
        assert_eq!(carets(&long, 100..105), Some((100, 5)));
        assert_eq!(carets(&long, 150..161), Some((150, 10)));
        assert_eq!(carets(&long, 150..180), Some((150, 10)));
        assert_eq!(carets(&long, 159..160), Some((159, 1)));
        assert_eq!(carets(&long, 160..161), None);
        assert_eq!(Message::report(&headline, "abc", None, &help).as_str(), "no\n= help: yes");
    }

    #[test]
    fn a_message_shows_itself() {
        let message = Message::new().str("a \"b\"");
        assert_eq!(format!("{message} {message:?}"), "a \"b\" \"a \\\"b\\\"\"");
        assert_eq!(Message::default().as_str(), "");
    }
}
