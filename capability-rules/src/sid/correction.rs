use crate::chars;
use crate::message::Message;
use crate::sid::form::is_sid;
use crate::sid::kind::SidKind;

/// The SID that `value` most likely should be: letters that look like digits are replaced, and white space and quotes
/// around it are removed. `None` if the result is not a SID of this kind.
pub(super) const fn corrected(expected: SidKind, value: &str) -> Option<Message> {
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
pub(super) const fn digit_for(c: char) -> Option<char> {
    match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    }
}
