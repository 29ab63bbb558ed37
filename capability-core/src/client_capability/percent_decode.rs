//! Decodes the percent encodings that Twilio's libraries write: `%20` and `+` both mean a space, and hexadecimal digits
//! can have either case.

use std::borrow::Cow;

use super::scope_error::{ScopeError, ScopeErrorKind};

/// Decodes a percent-encoded string. The position of an error counts from its start.
pub(super) fn decode(encoded: &str) -> Result<Cow<'_, str>, ScopeError> {
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
                let at = encoded.len() - tail.len() - 1;
                let malformed = ScopeError::new(ScopeErrorKind::Escape, at);
                let ([high, low], after) = tail.split_first_chunk().ok_or(malformed)?;
                decoded.push(byte(*high, *low).ok_or(malformed)?);
                after
            }
            [_, tail @ ..] => {
                decoded.push(b' ');
                tail
            }
        };
        plain = special(rest).unwrap_or(rest.len());
    }
    String::from_utf8(decoded).map(Cow::Owned).map_err(|error| {
        let at = encoded_position(encoded, error.utf8_error().valid_up_to());
        ScopeError::new(ScopeErrorKind::NotUtf8, at)
    })
}

/// The position in `encoded` of the byte that is at `decoded_position` after decoding.
pub(super) fn encoded_position(encoded: &str, decoded_position: usize) -> usize {
    let mut at = 0;
    for _ in 0..decoded_position {
        at += if encoded.as_bytes().get(at) == Some(&b'%') { 3 } else { 1 };
    }
    at.min(encoded.len())
}

/// The byte that two hexadecimal digits encode.
fn byte(high: u8, low: u8) -> Option<u8> {
    let digit = |byte| char::from(byte).to_digit(16);
    u8::try_from(16 * digit(high)? + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_accepts_both_cases_of_hexadecimal_digits() {
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
    fn an_incomplete_or_wrong_escape_is_refused_at_its_position() {
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
            assert_eq!(decode(encoded), Err(ScopeError::new(ScopeErrorKind::Escape, at)), "{encoded}");
        }
    }

    #[test]
    fn decoded_bytes_must_be_utf_8() {
        for (encoded, at) in [("%ff", 0), ("a%C3", 1), ("%20%41%C3%28", 6), ("%ED%A0%80", 0), ("%C0%80", 0)] {
            assert_eq!(decode(encoded), Err(ScopeError::new(ScopeErrorKind::NotUtf8, at)), "{encoded}");
        }
    }

    #[test]
    fn a_position_counts_an_escape_as_one_byte() {
        assert_eq!(encoded_position("a%20b", 0), 0);
        assert_eq!(encoded_position("a%20b", 2), 4);
        assert_eq!(encoded_position("a%20b", 9), 5);
    }
}
