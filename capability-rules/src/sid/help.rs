//! What to type instead of a wrong SID: a digit for the letter O, the SID without quotes around it, the right prefix.

use crate::chars;
use crate::message::Message;
use crate::sid::error::{SidError, SidErrorKind};
use crate::sid::form::{LEN, is_sid};
use crate::sid::kind::SidKind;

impl SidError {
    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let error = SidKind::Application.check("AP00").unwrap_err();
    /// assert!(error.help().as_str().ends_with("; 30 characters are missing"));
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        let form = Message::new()
            .message(&self.expected.a_noun())
            .str(" is `")
            .str(self.expected.prefix())
            .str("` and 32 hexadecimal digits (0-9, a-f, A-F)");
        match self.kind {
            SidErrorKind::Secret => form.str("; a secret does not belong in source code"),
            SidErrorKind::Pasted(_) => Message::new().str("delete it; ").message(&form),
            SidErrorKind::OtherKind(other) => Message::new()
                .message(&self.expected.a_noun())
                .str(" starts with `")
                .str(self.expected.prefix())
                .str("`, ")
                .message(&other.a_noun())
                .str(" with `")
                .str(other.prefix())
                .str("`"),
            SidErrorKind::Prefix if self.start_is_lower_case() => Message::new()
                .str("write the first two letters in upper case: `")
                .str(self.expected.prefix())
                .str("`"),
            SidErrorKind::NotHex(c) => match digit_for(c) {
                Some('0') => Message::new().str("did you mean the digit `0` (zero)? ").message(&form),
                Some(_) => Message::new().str("did you mean the digit `1` (one)? ").message(&form),
                None => form,
            },
            SidErrorKind::Length(found) if found < LEN => {
                form.str("; ").count((LEN - found) as u64, "character").str(verb(LEN - found)).str(" missing")
            }
            SidErrorKind::Length(found) => {
                form.str("; ").count((found - LEN) as u64, "character").str(" too many")
            }
            _ => form,
        }
    }

    /// Headline, the string with carets under what is wrong, and help. `value` is the string that was checked. The
    /// report does not show it if it looks like a secret.
    ///
    /// ```
    /// # use twilio_capability_rules::sid as twilio_capability;
    /// use twilio_capability::SidKind;
    ///
    /// let value = "AP0000000O000000000000000000000000";
    /// let report = SidKind::Application.check(value).unwrap_err().report(value);
    /// assert!(report.as_str().contains("\n           ^\n= help: did you mean `AP00000000"), "{report}");
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Message {
        if matches!(self.kind, SidErrorKind::Secret | SidErrorKind::Empty) {
            return Message::report(&self.headline(), value, None, &self.help());
        }
        let help = match corrected(self.expected, value) {
            Some(sid) => Message::new().str("did you mean `").message(&sid).str("`?"),
            None => self.help(),
        };
        Message::report(&self.headline(), value, Some(&self.position()), &help)
    }

    const fn start_is_lower_case(&self) -> bool {
        let [first, second] = self.start;
        matches!(self.expected.prefix().as_bytes(), [p, q]
            if *p as char == first.to_ascii_uppercase() && *q as char == second.to_ascii_uppercase())
    }
}

/// The SID that `value` most likely should be: letters that look like digits are replaced, and white space and quotes
/// around it are removed. `None` if the result is not a SID of this kind.
const fn corrected(expected: SidKind, value: &str) -> Option<Message> {
    let mut sid = Message::new();
    let mut rest = value.as_bytes();
    while let Some((c, tail)) = chars::split_first(rest) {
        let at = value.len() - rest.len();
        rest = tail;
        if chars::is_pasted(c) {
            continue;
        }
        sid = match digit_for(c) {
            Some(digit) if at >= 2 => sid.char(digit),
            _ if at < 2 => sid.char(c.to_ascii_uppercase()),
            _ => sid.char(c),
        };
    }
    if is_sid(expected, sid.as_str()) { Some(sid) } else { None }
}

/// The digit that looks like this letter.
const fn digit_for(c: char) -> Option<char> {
    match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}

const fn verb(n: usize) -> &'static str {
    if n == 1 { " is" } else { " are" }
}
