//! Undoing the percent encodings that the libraries write: `%20` and `+` are a space, and both cases of hex
//! digits are read.

use std::borrow::Cow;

/// What is wrong with an encoded text, and at which byte of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Malformed {
    pub(super) fault: Fault,
    pub(super) at: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// `%` without two hex digits behind it.
    Escape,
    /// The decoded bytes are not UTF-8.
    NotUtf8,
}

pub(super) fn decode(encoded: &str) -> Result<Cow<'_, str>, Malformed> {
    let special = |rest: &[u8]| memchr::memchr2(b'%', b'+', rest);
    let mut rest = encoded.as_bytes();
    let Some(mut plain) = special(rest) else { return Ok(Cow::Borrowed(encoded)) };
    let mut decoded = Vec::with_capacity(encoded.len());
    loop {
        let (run, tail) = rest.split_at(plain);
        decoded.extend_from_slice(run);
        rest = match tail {
            [] => break,
            [b'%', tail @ ..] => {
                let malformed = Malformed { fault: Fault::Escape, at: encoded.len() - tail.len() - 1 };
                let ([high, low], behind) = tail.split_first_chunk().ok_or(malformed)?;
                decoded
                    .push(digit(*high).zip(digit(*low)).map(|(high, low)| 16 * high + low).ok_or(malformed)?);
                behind
            }
            [_, tail @ ..] => {
                decoded.push(b' ');
                tail
            }
        };
        plain = special(rest).unwrap_or(rest.len());
    }
    String::from_utf8(decoded).map(Cow::Owned).map_err(|error| Malformed {
        fault: Fault::NotUtf8,
        at: encoded_position(encoded, error.utf8_error().valid_up_to()),
    })
}

/// Where in `encoded` the byte `decoded_position` of its decoded form comes from.
pub(super) fn encoded_position(encoded: &str, decoded_position: usize) -> usize {
    let mut at = 0;
    for _ in 0..decoded_position {
        at += if encoded.as_bytes().get(at) == Some(&b'%') { 3 } else { 1 };
    }
    at.min(encoded.len())
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_from_both_cases() {
        for byte in 0..0x80_u8 {
            let text = char::from(byte).to_string();
            assert_eq!(decode(&format!("%{byte:02x}")), Ok(text.clone().into()));
            assert_eq!(decode(&format!("%{byte:02X}")), Ok(text.into()));
        }
        assert_eq!(decode("zo%C3%ab+%2B%252B!"), Ok("zoë +%2B!".into()));
        assert!(matches!(decode("plain~-._*'()zoë"), Ok(Cow::Borrowed("plain~-._*'()zoë"))));
        assert_eq!(decode(""), Ok("".into()));
    }

    #[test]
    fn what_is_cut_short_or_no_hex_is_refused_where_it_is() {
        for (encoded, at) in [
            ("%", 0),
            ("ab%", 2),
            ("ab%2", 2),
            ("%zz", 0),
            ("%2g", 0),
            ("%g2", 0),
            ("%20%%20", 3),
            ("%é", 0),
            ("+% 1", 1),
            ("%+1", 0),
        ] {
            assert_eq!(decode(encoded), Err(Malformed { fault: Fault::Escape, at }), "{encoded}");
        }
    }

    #[test]
    fn decoded_bytes_are_utf_8() {
        for (encoded, at) in [("%ff", 0), ("a%C3", 1), ("%20%41%C3%28", 6), ("%ED%A0%80", 0), ("%C0%80", 0)] {
            assert_eq!(decode(encoded), Err(Malformed { fault: Fault::NotUtf8, at }), "{encoded}");
        }
    }

    #[test]
    fn positions_count_an_escape_as_one() {
        assert_eq!(encoded_position("a%20b", 0), 0);
        assert_eq!(encoded_position("a%20b", 2), 4);
        assert_eq!(encoded_position("a%20b", 9), 5);
    }
}
