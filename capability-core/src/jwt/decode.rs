//! Splits a token into its parts: compact JWS (RFC 7515, section 7.1).

use std::borrow::Cow;

use base64::{DecodeError, DecodeSliceError, Engine};

use super::base64url::BASE64URL;
use super::error::VerifyError;
use super::error_kind::VerifyErrorKind;
use super::header;
use super::token_part::TokenPart;
use crate::keys::MAC_LEN;

/// The largest token that is read, in bytes: 16 KiB. A verifier can have another limit.
///
/// HTTP servers refuse headers of that size, so a longer token would not work anyway.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{MAX_LEN, Verifier, VerifyErrorKind};
/// use twilio_capability::AccountCredentials;
///
/// fn check(account: &AccountCredentials) {
///     let error = Verifier::capability(account).verify(&"a".repeat(MAX_LEN + 1)).unwrap_err();
///     assert_eq!(error.kind(), VerifyErrorKind::TooLong);
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # check(&account);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const MAX_LEN: usize = 16 * 1024;

/// The three parts of a token, decoded. Their content is not checked yet.
pub(crate) struct TokenParts<'a> {
    /// The signed part of the token: the first two parts in encoded form, with the dot between them.
    pub(crate) signed: &'a str,
    /// The first part, not decoded.
    pub(crate) encoded_header: &'a str,
    pub(crate) header: Cow<'static, [u8]>,
    pub(crate) claims: Vec<u8>,
    /// `None` if its length is not the length of an HS256 signature.
    pub(crate) signature: Option<[u8; MAC_LEN]>,
}

impl<'a> TokenParts<'a> {
    /// Splits and decodes a token. A token longer than `max_len` bytes is refused before it is read.
    pub(crate) fn split(text: &'a str, max_len: usize) -> Result<Self, VerifyError> {
        Self::parts(text, max_len).map_err(|error| error.with_help(help(text)))
    }

    fn parts(text: &'a str, max_len: usize) -> Result<Self, VerifyError> {
        if text.len() > max_len {
            return Err(VerifyError::new(VerifyErrorKind::TooLong, TokenPart::Token).at(max_len));
        }
        let parts = |at| VerifyError::new(VerifyErrorKind::Parts, TokenPart::Token).at(at);
        let mut dots = memchr::memchr_iter(b'.', text.as_bytes());
        let (Some(header_end), Some(claims_end)) = (dots.next(), dots.next()) else {
            return Err(parts(text.len()));
        };
        if let Some(dot) = dots.next() {
            return Err(parts(dot));
        }
        let (claims_at, signature_at) = (header_end + 1, claims_end + 1);
        // A dot is a single byte, so none of these uses the default.
        let signed = text.get(..claims_end).unwrap_or_default();
        let encoded_header = text.get(..header_end).unwrap_or_default();
        let encoded_claims = text.get(claims_at..claims_end).unwrap_or_default();
        let signature = text.get(signature_at..).unwrap_or_default();
        Ok(Self {
            signed,
            encoded_header,
            header: match header::plain(encoded_header) {
                Some(json) => Cow::Borrowed(json),
                None => Cow::Owned(decode(encoded_header, 0)?),
            },
            claims: decode(encoded_claims, claims_at)?,
            signature: decode_mac(signature, signature_at)?,
        })
    }
}

/// What to remove around a token. Only its first and last characters are read, because it can be very long.
fn help(text: &str) -> Option<&'static str> {
    let starts_with =
        |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if starts_with("Bearer") {
        Some("remove the word `Bearer` before the token")
    } else if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        Some("remove the white space before or after the token")
    } else if text.starts_with(['"', '\'', '{', '<']) {
        Some("pass the token alone, without quotes or other text around it")
    } else {
        None
    }
}

/// Decodes base64url without padding. Unused bits must be zero, so each sequence of bytes has one encoding.
fn decode(part: &str, starts_at: usize) -> Result<Vec<u8>, VerifyError> {
    BASE64URL.decode(part).map_err(|error| malformed(&error, part, starts_at))
}

/// Like [`decode`], but does not allocate if the length is right.
fn decode_mac(part: &str, starts_at: usize) -> Result<Option<[u8; MAC_LEN]>, VerifyError> {
    let mut bytes = [0; MAC_LEN];
    match BASE64URL.decode_slice(part, &mut bytes) {
        Ok(MAC_LEN) => Ok(Some(bytes)),
        Ok(_) => Ok(None),
        Err(DecodeSliceError::DecodeError(error)) => Err(malformed(&error, part, starts_at)),
        Err(DecodeSliceError::OutputSliceTooSmall) => decode(part, starts_at).map(|_| None),
    }
}

fn malformed(error: &DecodeError, part: &str, starts_at: usize) -> VerifyError {
    let at = match error {
        DecodeError::InvalidByte(at, _) | DecodeError::InvalidLastSymbol { offset: at, .. } => *at,
        DecodeError::InvalidLength(_) | DecodeError::InvalidPadding => part.find('=').unwrap_or(part.len()),
    };
    VerifyError::new(VerifyErrorKind::Encoding, TokenPart::Token).at(starts_at + at)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn refusal(text: &str) -> (VerifyErrorKind, Option<usize>) {
        let error = TokenParts::split(text, 64).err().unwrap();
        assert_eq!(error.part(), TokenPart::Token);
        (error.kind(), error.position())
    }

    #[test]
    fn a_token_has_three_parts() {
        let parts = TokenParts::split("YQ.YmM.ZA", 9).unwrap();
        assert_eq!((parts.signed, parts.encoded_header), ("YQ.YmM", "YQ"));
        assert_eq!((&*parts.header, &*parts.claims, parts.signature), (&b"a"[..], &b"bc"[..], None));
        assert!(TokenParts::split("..", 64).is_ok());
        assert_eq!(refusal(""), (VerifyErrorKind::Parts, Some(0)));
        assert_eq!(refusal("YQ.YQ"), (VerifyErrorKind::Parts, Some(5)));
        assert_eq!(refusal("YQ.YQ.YQ."), (VerifyErrorKind::Parts, Some(8)));
    }

    #[test]
    fn a_signature_has_32_bytes() {
        for length in 0..50 {
            let signature = vec![7; length];
            let text = format!("..{}", URL_SAFE_NO_PAD.encode(&signature));
            let whole = TokenParts::split(&text, 200).unwrap().signature;
            assert_eq!(whole, signature.try_into().ok(), "{length}");
        }
    }

    #[test]
    fn the_limit_of_the_size_is_exact() {
        let text = format!("{}..", "A".repeat(62));
        assert_eq!(refusal(&format!("{text}A")), (VerifyErrorKind::TooLong, Some(64)));
        assert!(TokenParts::split(&text, 64).is_ok());
    }

    #[test]
    fn the_help_says_what_to_remove_around_a_token() {
        for (text, says) in [
            ("Bearer a.b.c", Some("remove the word `Bearer`")),
            ("bearer a.b.c", Some("remove the word `Bearer`")),
            ("YQ.YQ.YQ\n", Some("remove the white space")),
            ("\"YQ.YQ.YQ\"", Some("pass the token alone")),
            ("{\"token\":\"YQ.YQ.YQ\"}", Some("pass the token alone")),
            ("YQ.YQ", None),
            ("bé", None),
        ] {
            let error = TokenParts::split(text, 64).err().unwrap();
            assert_eq!(
                error.help().map(|help| help.starts_with(says.unwrap())),
                says.map(|_| true),
                "{text}"
            );
        }
    }

    #[test]
    fn other_forms_of_base64url_are_refused() {
        for (text, at) in [
            ("YQ==.YQ.YQ", 2),
            ("YQ.YQ=.YQ", 5),
            ("YQ.YR.YQ", 4),
            ("YQ.YQ.YW+", 8),
            ("YQ.YQ.YW/", 8),
            ("Y Q.YQ.YQ", 1),
            ("YQ\n.YQ.YQ", 2),
            ("YQ.YQ.YQ\n", 8),
            ("\u{FEFF}YQ.YQ.YQ", 0),
            ("YQ.YQ.YWJjY", 11),
        ] {
            assert_eq!(refusal(text), (VerifyErrorKind::Encoding, Some(at)), "{text:?}");
        }
    }

    #[test]
    fn a_wrong_character_is_found_at_any_position() {
        for length in [4, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200] {
            for at in 0..length {
                for wrong in ["+", "/", "=", " ", "\0", "\u{7f}"] {
                    let mut part = "A".repeat(length);
                    part.replace_range(at..=at, wrong);
                    let error = TokenParts::split(&format!(".{part}."), MAX_LEN).err().unwrap();
                    assert_eq!((error.kind(), error.position()), (VerifyErrorKind::Encoding, Some(at + 1)));
                }
            }
        }
    }
}
