use crate::chars;
use crate::sid::error::{SidError, SidErrorKind};
use crate::sid::form::{LEN, is_sid};
use crate::sid::kind::SidKind;

impl SidKind {
    /// Checks that `s` is a SID of this kind.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::{SidErrorKind, SidKind};
    ///
    /// SidKind::Application.check("AP00000000000000000000000000000000")?;
    ///
    /// let error = SidKind::Application.check("AC00000000000000000000000000000000").unwrap_err();
    /// assert_eq!(error.kind(), SidErrorKind::OtherKind(SidKind::Account));
    /// assert_eq!(error.to_string(), "this is an account SID, not an application SID");
    /// # Ok::<(), twilio_capability_rules::sid::SidError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first of these that is true: `s` is empty; it looks like a secret; there is white space, a quote or an invisible character at its start or
    /// end; the first two letters are wrong; a character is not a hexadecimal digit; the length is wrong.
    pub const fn check(self, s: &str) -> Result<(), SidError> {
        if is_sid(self, s) {
            return Ok(());
        }
        let (kind, at) = if s.is_empty() {
            (SidErrorKind::Empty, 0..0)
        } else if chars::holds_secret(s) && !(self.starts(s) && s.len() <= LEN + 2) {
            // `AC` is hexadecimal too, so a mistyped account SID can have 32 hexadecimal digits in a row.
            (SidErrorKind::Secret, 0..s.len())
        } else if let Some((c, at)) = chars::pasted_around(s) {
            (SidErrorKind::Pasted(c), at..at + c.len_utf8())
        } else if !self.starts(s) {
            match SidKind::of(s) {
                Some(other) if not_hex(s).is_none() => (SidErrorKind::OtherKind(other), 0..2),
                _ => (SidErrorKind::Prefix, 0..start_of(s).len()),
            }
        } else if let Some((c, at)) = not_hex(s) {
            (SidErrorKind::NotHex(c), at..at + c.len_utf8())
        } else if s.len() > LEN {
            (SidErrorKind::Length(s.len()), LEN..s.len())
        } else {
            (SidErrorKind::Length(s.len()), s.len()..s.len())
        };
        let mut start = ['\0'; 2];
        if let [first, second] = &mut start
            && let Some((a, rest)) = chars::split_first(s.as_bytes())
            && !matches!(kind, SidErrorKind::Secret)
        {
            *first = a;
            if let Some((b, _)) = chars::split_first(rest) {
                *second = b;
            }
        }
        Err(SidError { expected: self, kind, start, from: at.start, to: at.end })
    }
}

/// The first character after the two letters that is not a hexadecimal digit, and where it starts.
const fn not_hex(s: &str) -> Option<(char, usize)> {
    let mut rest = s.as_bytes();
    while let Some((c, tail)) = chars::split_first(rest) {
        let at = s.len() - rest.len();
        if at >= 2 && !c.is_ascii_hexdigit() {
            return Some((c, at));
        }
        rest = tail;
    }
    None
}

/// The first two characters of `s`, or fewer.
const fn start_of(s: &str) -> &str {
    let mut rest = s.as_bytes();
    let mut n = 0;
    while n < 2 {
        match chars::split_first(rest) {
            Some((_, tail)) => rest = tail,
            None => break,
        }
        n += 1;
    }
    s.split_at(s.len() - rest.len()).0
}
