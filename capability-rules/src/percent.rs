//! Percent encoding as the scope claim needs it. Below it is called `E`. Every byte of the UTF-8 form except
//! `A-Z a-z 0-9 - . _ ~` becomes `%` and two upper-case hex digits; a space is `%20`, never `+`.
//!
//! The set is that of RFC 3986, section 2.3. A space is `%20` because Twilio's JavaScript SDK, the only published reader
//! of scopes, does not turn `+` into a space.

/// Whether `E` leaves this byte as it is.
///
/// ```
/// use twilio_capability_rules::percent;
///
/// assert!(percent::is_plain(b'~'));
/// assert!(!percent::is_plain(b'+'));
/// ```
#[must_use]
#[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
pub const fn is_plain(byte: u8) -> bool {
    PLAIN[byte as usize]
}

/// Whether each byte is plain. A table is fast, and each byte of a value is looked up.
#[expect(clippy::indexing_slicing, reason = "in a constant it cannot panic at run time")]
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        plain[byte as usize] =
            matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    plain
};

/// `E` of a byte that is not plain.
///
/// ```
/// use twilio_capability_rules::percent;
///
/// assert_eq!(percent::escape(b' '), *b"%20");
/// ```
#[must_use]
pub const fn escape(byte: u8) -> [u8; 3] {
    let [high, low] = hex(byte);
    [b'%', high, low]
}

/// `E` of `E` of a byte that is not plain: the form of data inside `appParams`, which is itself encoded.
///
/// ```
/// use twilio_capability_rules::percent;
///
/// assert_eq!(percent::escape_twice(b'&'), *b"%2526");
/// ```
#[must_use]
pub const fn escape_twice(byte: u8) -> [u8; 5] {
    let [high, low] = hex(byte);
    [b'%', b'2', b'5', high, low]
}

const fn hex(byte: u8) -> [u8; 2] {
    [digit(byte >> 4), digit(byte & 0xF)]
}

const fn digit(nibble: u8) -> u8 {
    if nibble < 10 { b'0' + nibble } else { b'A' + (nibble - 10) }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;
    use std::string::String;

    use super::*;

    #[test]
    fn escapes_are_upper_case_hex_and_twice_is_twice() {
        for byte in 0..=u8::MAX {
            let once = String::from_utf8(escape(byte).to_vec()).unwrap();
            assert_eq!(once, format!("%{byte:02X}"));
            let mut twice = String::new();
            for b in once.bytes() {
                if is_plain(b) {
                    twice.push(char::from(b));
                } else {
                    twice.push_str(core::str::from_utf8(&escape(b)).unwrap());
                }
            }
            assert_eq!(twice.as_bytes(), escape_twice(byte));
        }
    }

    #[test]
    fn the_plain_bytes_are_the_66_unreserved_characters_of_rfc_3986() {
        let plain: String = (0..=u8::MAX).filter(|b| is_plain(*b)).map(char::from).collect();
        assert_eq!(plain, "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");
    }
}
