use crate::sid::kind::SidKind;

/// The length of every SID in characters, which is also its length in bytes.
///
/// ```
/// use twilio_capability_rules::sid;
///
/// assert_eq!("AP00000000000000000000000000000000".len(), sid::LEN);
/// ```
pub const LEN: usize = 34;

/// Whether `s` is a SID of this kind. The compiler interprets this for every SID in a user's source, so it is one loop
/// over bytes.
pub(super) const fn is_sid(expected: SidKind, s: &str) -> bool {
    s.len() == LEN && expected.starts(s) && has_digits(s)
}

/// Whether `s` has the form of a SID of some kind: two letters and 32 hexadecimal digits.
pub(crate) const fn has_form(s: &str) -> bool {
    let [first, second, ..] = s.as_bytes() else { return false };
    s.len() == LEN && first.is_ascii_alphabetic() && second.is_ascii_alphabetic() && has_digits(s)
}

/// Whether everything after the first two bytes of `s` is hexadecimal digits.
const fn has_digits(s: &str) -> bool {
    let [_, _, digits @ ..] = s.as_bytes() else { return false };
    let mut rest = digits;
    while let [b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F', tail @ ..] = rest {
        rest = tail;
    }
    matches!(rest, [])
}
