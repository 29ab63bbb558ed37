//! Characters, in `const` code.

/// The first character of `s` and what follows it.
pub(crate) const fn split_first(s: &str) -> Option<(char, &str)> {
    let [first, ..] = s.as_bytes() else { return None };
    if *first < 0x80 {
        // A shorter way for most characters, because the compiler interprets this for each character of a literal.
        let (_, tail) = s.split_at(1);
        return Some((*first as char, tail));
    }
    let len = match *first {
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    };
    let (head, tail) = s.split_at(len);
    let mut code = match len {
        2 => (*first & 0x1F) as u32,
        3 => (*first & 0x0F) as u32,
        _ => (*first & 0x07) as u32,
    };
    let (_, mut rest) = head.as_bytes().split_at(1);
    while let Some((byte, others)) = rest.split_first() {
        code = (code << 6) | (*byte & 0x3F) as u32;
        rest = others;
    }
    match char::from_u32(code) {
        Some(c) => Some((c, tail)),
        None => None,
    }
}

/// How many characters start before byte `end` of `s`.
pub(crate) const fn count(s: &str, end: usize) -> usize {
    let mut n = 0;
    let mut rest = s;
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

/// Whether `c` is white space, a control character, or one that prints nothing or reorders the characters around it.
pub(crate) const fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || is_control(c)
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
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

/// Whether `s` contains exactly 32 hex digits in a row, and not after the two letters that would make it a SID. An auth
/// token has this form, so such a string is never shown.
pub(crate) const fn holds_secret(s: &str) -> bool {
    let mut rest = s.as_bytes();
    let mut letters = 0;
    let mut run = 0;
    let mut letters_before_run = 0;
    while let Some((byte, tail)) = rest.split_first() {
        if byte.is_ascii_hexdigit() {
            if run == 0 {
                letters_before_run = letters;
            }
            run += 1;
        } else {
            if run == 32 && letters_before_run != 2 {
                return true;
            }
            run = 0;
        }
        letters = if byte.is_ascii_alphabetic() { letters + 1 } else { 0 };
        rest = tail;
    }
    run == 32 && letters_before_run != 2
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

/// The first or last character of `s` and its position, if that is white space or a quote. It was probably copied together
/// with the value.
pub(crate) const fn pasted_around(s: &str) -> Option<(char, usize)> {
    if let Some((c, _)) = split_first(s)
        && is_pasted(c)
    {
        return Some((c, 0));
    }
    let mut rest = s;
    let mut last = None;
    while let Some((c, tail)) = split_first(rest) {
        last = Some((c, s.len() - rest.len()));
        rest = tail;
    }
    match last {
        Some((c, at)) if is_pasted(c) => Some((c, at)),
        _ => None,
    }
}

/// Whether `c` is white space or a quote.
pub(crate) const fn is_pasted(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '\u{FEFF}' | '\u{200B}')
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
            assert_eq!(split_first(c.encode_utf8(&mut buffer)), Some((c, "")));
            assert_eq!(is_control(c), c.is_control());
        }
        assert_eq!(split_first("é…"), Some(('é', "…")));
        assert_eq!(split_first(""), None);
    }

    #[test]
    fn counting_stops_at_the_byte() {
        assert_eq!(count("zoë!", 0), 0);
        assert_eq!(count("zoë!", 4), 3);
        assert_eq!(count("zoë!", 5), 4);
        assert_eq!(count("zoë!", 99), 4);
    }

    #[test]
    fn characters_that_print_nothing_are_invisible() {
        for c in [
            '\u{AD}', '\u{34F}', '\u{180E}', '\u{200B}', '\u{202E}', '\u{2060}', '\u{2800}', '\u{3164}',
            '\u{FE0F}',
        ] {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in ['a', 'é', '€', '📞', '\u{300}', '中'] {
            assert!(!is_invisible(c), "{c:?}");
        }
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
    fn pasted_characters_are_found_at_both_ends() {
        assert_eq!(pasted_around(" a"), Some((' ', 0)));
        assert_eq!(pasted_around("a\n"), Some(('\n', 1)));
        assert_eq!(pasted_around("é\""), Some(('"', 2)));
        assert_eq!(pasted_around("a b"), None);
        assert_eq!(pasted_around(""), None);
    }
}
