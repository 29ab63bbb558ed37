//! Characters, in `const` code.

use crate::invisible::is_invisible;

/// The first character of `s`, which is UTF-8, and what follows it. A string as bytes, because the compiler interprets this for each
/// character of a literal, and most methods of strings are slow there.
pub(crate) const fn split_first(s: &[u8]) -> Option<(char, &[u8])> {
    let (code, tail) = match s {
        [first @ ..0x80, tail @ ..] => return Some((*first as char, tail)),
        [first @ ..0xE0, second, tail @ ..] => ((*first as u32 & 0x1F) << 6 | (*second as u32 & 0x3F), tail),
        [first @ ..0xF0, second, third, tail @ ..] => {
            let start = (*first as u32 & 0x0F) << 12 | (*second as u32 & 0x3F) << 6;
            (start | (*third as u32 & 0x3F), tail)
        }
        [first, second, third, fourth, tail @ ..] => {
            let start = (*first as u32 & 0x07) << 18 | (*second as u32 & 0x3F) << 12;
            (start | (*third as u32 & 0x3F) << 6 | (*fourth as u32 & 0x3F), tail)
        }
        _ => return None,
    };
    match char::from_u32(code) {
        Some(c) => Some((c, tail)),
        None => None,
    }
}

/// The position in bytes of the character after the first `n`, or the length of `s` if it has no more.
pub(crate) const fn position(s: &str, n: usize) -> usize {
    let mut rest = s.as_bytes();
    let mut left = n;
    while left > 0
        && let Some((_, tail)) = split_first(rest)
    {
        left -= 1;
        rest = tail;
    }
    s.len() - rest.len()
}

/// How many characters start before byte `end` of `s`.
pub(crate) const fn count(s: &str, end: usize) -> usize {
    let mut n = 0;
    let mut rest = s.as_bytes();
    while let Some((_, tail)) = split_first(rest) {
        if s.len() - rest.len() >= end {
            break;
        }
        n += 1;
        rest = tail;
    }
    n
}

/// Whether `c` is a control character of ASCII or of Latin-1.
pub(crate) const fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\x1F' | '\x7F'..='\u{9F}')
}

/// Whether `s` has 1 to 31 characters, all of them ASCII letters, digits and underscores: every string rule accepts these
/// characters and this length, and it is too short for a secret. The compiler interprets the rules for every literal in
/// a user's source, and nearly all literals are such short words.
pub(crate) const fn is_short_word(s: &str) -> bool {
    let mut rest = s.as_bytes();
    if !matches!(rest.len(), 1..32) {
        return false;
    }
    while let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_', tail @ ..] = rest {
        rest = tail;
    }
    matches!(rest, [])
}

/// Whether `s` contains exactly 32 hex digits in a row, as an auth token has, and not after the two letters that would make it
/// a SID, or exactly 64, as a key for parameters usually has. No message about a literal shows such a string.
#[expect(
    clippy::manual_is_ascii_check,
    reason = "the compiler interprets this for each byte of a literal, and a pattern is faster than a call"
)]
pub(crate) const fn holds_secret(s: &str) -> bool {
    let mut rest = s.as_bytes();
    let mut letters = 0_usize;
    let mut run = 0_usize;
    let mut letters_before_run = 0;
    while let [byte, tail @ ..] = rest {
        if matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F') {
            if run == 0 {
                letters_before_run = letters;
            }
            run += 1;
        } else {
            if is_secret(run, letters_before_run) {
                return true;
            }
            run = 0;
        }
        letters = if matches!(byte, b'a'..=b'z' | b'A'..=b'Z') { letters + 1 } else { 0 };
        rest = tail;
    }
    is_secret(run, letters_before_run)
}

/// Whether a run of so many hex digits, after so many letters, is a secret.
const fn is_secret(digits: usize, letters_before: usize) -> bool {
    digits == 64 || digits == 32 && letters_before != 2
}

/// Whether the two strings are equal.
pub(crate) const fn equal(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let (Some((x, rest_of_a)), Some((y, rest_of_b))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (rest_of_a, rest_of_b);
    }
    true
}

/// Whether the two strings are equal, ignoring the case of ASCII letters.
pub(crate) const fn equal_but_for_case(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let (Some((x, rest_of_a)), Some((y, rest_of_b))) = (a.split_first(), b.split_first()) {
        if !x.eq_ignore_ascii_case(y) {
            return false;
        }
        (a, b) = (rest_of_a, rest_of_b);
    }
    true
}

/// The first or last character of `s` and its position, if that is a quote or cannot be seen. It was probably copied together
/// with the value.
pub(crate) const fn pasted_around(s: &str) -> Option<(char, usize)> {
    if let Some((c, _)) = split_first(s.as_bytes())
        && is_pasted(c)
    {
        return Some((c, 0));
    }
    // The last character has at most four bytes, and all but its first are continuation bytes.
    let mut at = s.len();
    let mut rest = s.as_bytes();
    while let [before @ .., byte] = rest {
        at -= 1;
        if !matches!(byte, 0x80..0xC0) {
            break;
        }
        rest = before;
    }
    let (_, last) = s.as_bytes().split_at(at);
    match split_first(last) {
        Some((c, _)) if is_pasted(c) => Some((c, at)),
        _ => None,
    }
}

/// Whether `c` is a quote, white space, or another character that cannot be seen, but no control character.
pub(crate) const fn is_pasted(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || (is_invisible(c) && !is_control(c))
}

/// Whether `c` is a quote.
pub(crate) const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_splits_off_as_itself() {
        let mut buffer = [0; 4];
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            assert_eq!(split_first(c.encode_utf8(&mut buffer).as_bytes()), Some((c, &[][..])));
            assert_eq!(is_control(c), c.is_control());
        }
        assert_eq!(split_first("é…".as_bytes()), Some(('é', "…".as_bytes())));
        assert_eq!(split_first(b""), None);
    }

    #[test]
    fn counting_stops_at_the_byte() {
        assert_eq!(count("zoë!", 0), 0);
        assert_eq!(count("zoë!", 4), 3);
        assert_eq!(count("zoë!", 5), 4);
        assert_eq!(count("zoë!", 99), 4);
    }

    #[test]
    fn a_position_is_at_the_start_of_a_character() {
        assert_eq!([0, 1, 2, 3, 4, 9].map(|n| position("zoë!", n)), [0, 1, 2, 4, 5, 5]);
    }

    #[test]
    fn short_words_hold_no_secret() {
        for word in ["a", "user_id", "John2", "0123456789abcdef0123456789abcde"] {
            assert!(is_short_word(word) && !holds_secret(word), "{word}");
        }
        for other in ["", "a b", "a-b", "é", "a\n", "0123456789abcdef0123456789abcdef"] {
            assert!(!is_short_word(other), "{other}");
        }
    }

    #[test]
    fn a_run_of_32_digits_is_a_secret_unless_two_letters_are_before_it() {
        let digits = "0123456789abcdefABCDEF0123456789";
        assert!(holds_secret(digits));
        assert!(holds_secret("k=0123456789abcdefABCDEF0123456789"));
        assert!(holds_secret("token 0123456789abcdefABCDEF0123456789!"));
        assert!(!holds_secret("SK0123456789abcdefABCDEF0123456789"));
        assert!(!holds_secret("AC0123456789abcdefABCDEF0123456789"));
        assert!(!holds_secret("\"sk0123456789abcdefABCDEF0123456789 "));
        assert!(holds_secret("token0123456789abcdefABCDEF0123456789"));
        assert!(!holds_secret(&digits[1..]));
        assert!(!holds_secret(""));
    }

    #[test]
    fn a_run_of_64_digits_is_a_secret() {
        let digits = "0123456789abcdefABCDEF0123456789".repeat(2);
        for (before, after) in [("", ""), ("k=", "."), ("SK", ""), ("key", " ")] {
            let secret = [before, &digits, after].concat();
            assert!(holds_secret(&secret), "{secret}");
        }
        assert!(!holds_secret(&digits[1..]));
        assert!(!holds_secret(&[&digits, "0"].concat()));
    }

    #[test]
    fn pasted_characters_are_found_at_both_ends() {
        assert_eq!(pasted_around(" a"), Some((' ', 0)));
        assert_eq!(pasted_around("a\n"), Some(('\n', 1)));
        assert_eq!(pasted_around("é\""), Some(('"', 2)));
        assert_eq!(pasted_around("a\u{2066}"), Some(('\u{2066}', 1)));
        assert_eq!(pasted_around("a\u{E0001}"), Some(('\u{E0001}', 1)));
        assert_eq!(pasted_around("\u{FEFF}a"), Some(('\u{FEFF}', 0)));
        assert_eq!(pasted_around("aé"), None);
        assert_eq!(pasted_around("a b"), None);
        assert_eq!(pasted_around(""), None);
    }
}
