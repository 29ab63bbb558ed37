//! Compact JWS: `header.claims.signature`, each base64url without padding (RFC 7515, section 7.1).

use std::mem;

use base64::Engine;

use super::base64url::BASE64URL;
use crate::keys::{HmacMidstate, MAC_LEN, SigningKey};

/// What a token begins with, encoded before it is made: its header, and the first claims where they are the same for many
/// tokens.
///
/// Base64 encodes groups of 3 bytes. Such claims are whole groups, so that their encoding does not depend on what
/// follows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct TokenPrefix<'a> {
    /// In two parts, so that a header and its dot need not be joined.
    parts: (&'a str, &'a str),
}

impl<'a> TokenPrefix<'a> {
    /// A header in base64url, and no claims yet.
    pub(crate) const fn header(header: &'a str) -> Self {
        Self { parts: (header, ".") }
    }

    /// A header, a dot and the first claims.
    pub(crate) const fn encoded(text: &'a str) -> Self {
        Self { parts: (text, "") }
    }

    /// The prefix of tokens that have this header and whose claims begin with `claims`, which are whole groups of 3 bytes.
    pub(crate) fn encode(header: &str, claims: &[u8]) -> String {
        [header, ".", &BASE64URL.encode(claims)].concat()
    }
}

/// The most bytes of claims that [`PartialToken`] takes to finish a token: two that it carries, two times of twelve digits,
/// `,"nbf":` and `}`.
const END_LEN: usize = 2 + 12 + 7 + 12 + 1;

/// Signs what begins with `prefix`; `claims` is the rest of the JSON of a claims object.
pub(crate) fn compact(prefix: TokenPrefix<'_>, claims: &[u8], key: &SigningKey) -> String {
    let mut token = Vec::new();
    write(&mut token, prefix, claims, |signed| key.mac(signed));
    into_string(token)
}

/// A token up to a point in its claims, encoded and hashed up to there.
pub(crate) struct PartialToken {
    text: String,
    /// What is left of the claims after the last whole group of 3 bytes: how it is encoded depends on what follows.
    carried: Vec<u8>,
    /// `None` where a provider signs: it hashes a message whole.
    midstate: Option<HmacMidstate>,
}

impl PartialToken {
    /// `claims` is what follows `prefix` in the JSON of a claims object, as far as it is known.
    pub(crate) fn new(prefix: TokenPrefix<'static>, claims: &[u8], key: &SigningKey) -> Self {
        let (groups, carried) = claims.split_at(claims.len() - claims.len() % 3);
        let (header, known) = prefix.parts;
        let text = [header, known, &BASE64URL.encode(groups)].concat();
        let midstate = key.midstate(text.as_bytes());
        Self { text, carried: carried.to_owned(), midstate }
    }

    /// Writes the token whose claims end with the bytes of `time` and `rest` over `out`. Allocates nothing if `out`
    /// has room.
    pub(crate) fn finish(&self, time: &str, rest: &[u8], key: &SigningKey, out: &mut String) {
        let mut claims = [0; END_LEN];
        let mut room = &mut claims[..];
        for part in [&self.carried, time.as_bytes(), rest] {
            if let Some((place, after)) = mem::take(&mut room).split_at_mut_checked(part.len()) {
                place.copy_from_slice(part);
                room = after;
            }
        }
        let length = END_LEN - room.len();
        let (claims, _) = claims.split_at(length);
        let mut token = mem::take(out).into_bytes();
        token.clear();
        write(&mut token, TokenPrefix::encoded(&self.text), claims, |signed| match &self.midstate {
            Some(midstate) => midstate.mac(signed),
            None => key.mac(signed),
        });
        *out = into_string(token);
    }
}

/// Writes a token to `token`, which is empty: its prefix, the claims, and the signature that `mac` gives.
fn write(
    token: &mut Vec<u8>,
    TokenPrefix { parts: (header, known) }: TokenPrefix<'_>,
    claims: &[u8],
    mac: impl FnOnce(&[u8]) -> [u8; MAC_LEN],
) {
    let prefix_len = header.len() + known.len();
    let signed = prefix_len + base64_len(claims.len());
    let length = signed + ".".len() + base64_len(MAC_LEN);
    token.reserve_exact(length);
    token.extend_from_slice(header.as_bytes());
    token.extend_from_slice(known.as_bytes());
    // Of these only the dot before the signature stays.
    token.resize(length, b'.');
    encode(claims, token.split_at_mut(prefix_len).1);
    let (signed, signature) = token.split_at_mut(signed);
    encode(&mac(signed), signature.split_at_mut(1).1);
}

/// Encodes to the beginning of `out`. `encode_string` would go by way of a buffer of its own, which takes a third
/// longer.
#[expect(clippy::expect_used, reason = "`write` has counted")]
fn encode(bytes: &[u8], out: &mut [u8]) {
    BASE64URL.encode_slice(bytes, out).expect("there is room");
}

/// All bytes of a token are ASCII, so this never takes the default.
fn into_string(token: Vec<u8>) -> String {
    String::from_utf8(token).unwrap_or_default()
}

const fn base64_len(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;
    use crate::keys::AccountCredentials;
    use crate::values::AccountSid;

    const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";
    const CLAIMS: &str = "{\"scope\":\"scope:client:incoming?clientName";
    const ENCODED: &str =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1l";

    const PREFIXES: [(TokenPrefix<'_>, &str); 2] =
        [(TokenPrefix::encoded(ENCODED), CLAIMS), (TokenPrefix::header(HEADER), "")];

    fn key() -> AccountCredentials {
        AccountCredentials::new(
            AccountSid::from_static("AC00000000000000000000000000000000"),
            "key".parse().unwrap(),
        )
    }

    #[test]
    fn a_prefix_is_the_encoding_of_header_and_claims() {
        assert_eq!(TokenPrefix::encode(HEADER, CLAIMS.as_bytes()), ENCODED);
        assert_eq!(format!("{HEADER}.{}", URL_SAFE_NO_PAD.encode(CLAIMS)), ENCODED);
    }

    #[test]
    fn the_capacity_is_exact_and_the_encoding_that_of_all_claims() {
        let credentials = key();
        let key = credentials.key();
        for length in 0..100 {
            for (prefix, claims) in PREFIXES {
                let rest = vec![b'x'; length];
                let token = compact(prefix, &rest, key);
                let claims = [claims.as_bytes(), &rest].concat();
                let signed = format!("{HEADER}.{}", URL_SAFE_NO_PAD.encode(claims));
                let mac = key.mac(signed.as_bytes());
                assert_eq!(token, signed + "." + &URL_SAFE_NO_PAD.encode(mac));
                assert_eq!(token.len(), token.capacity());
            }
        }
    }

    #[test]
    fn a_key_that_knows_how_a_token_begins_signs_it_to_the_same_bytes() {
        let (plain, knowing) = (key(), key());
        for length in 0..100 {
            let (claims, rest) = (vec![b'x'; 3 * 70], vec![b'y'; length]);
            let prefix = knowing.key().prefix(|| TokenPrefix::encode("header", &claims).into());
            let token = compact(TokenPrefix::encoded(prefix), &rest, knowing.key());
            let expected = compact(TokenPrefix::header("header"), &[claims, rest].concat(), plain.key());
            assert_eq!(token, expected);
            assert_eq!(token.len(), token.capacity());
        }
    }

    #[test]
    fn a_partial_token_is_finished_as_if_it_were_signed_at_once() {
        let (credentials, rest) = (key(), br#","nbf":253402300799}"#);
        let key = credentials.key();
        for length in 0..200 {
            for (prefix, _) in PREFIXES {
                let claims = vec![b'x'; length];
                let partial = PartialToken::new(prefix, &claims, key);
                let mut token = String::new();
                partial.finish("253402300799", rest, key, &mut token);
                assert_eq!(token, compact(prefix, &[&claims, &b"253402300799"[..], rest].concat(), key));
                assert_eq!(token.len(), token.capacity());
                let again = token.clone();
                partial.finish("253402300799", rest, key, &mut token);
                assert_eq!(token, again);
            }
        }
    }
}
