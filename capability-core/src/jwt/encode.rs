//! Encodes and signs tokens as compact JWS: `header.claims.signature`, each in base64url without padding (RFC 7515).

use std::mem;

use base64::Engine;

use super::base64url::BASE64URL;
use crate::keys::{HmacMidstate, MAC_LEN, SigningKey};

/// The start of a token, already encoded: its header, and the first claims if they are the same for many tokens.
///
/// Base64 encodes 3 bytes at a time. The length of the first claims is a multiple of 3, so they can be encoded before the
/// claims after them are known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct TokenPrefix<'a> {
    /// In two parts, so that a header and its dot do not have to be joined.
    parts: (&'a str, &'a str),
}

impl<'a> TokenPrefix<'a> {
    /// A header in base64url, without claims.
    pub(crate) const fn header(header: &'a str) -> Self {
        Self { parts: (header, ".") }
    }

    /// A header, a dot and the first claims.
    pub(crate) const fn encoded(text: &'a str) -> Self {
        Self { parts: (text, "") }
    }

    /// Encodes the prefix of tokens with this header whose claims start with `claims`, which are whole groups of 3
    /// bytes.
    pub(crate) fn encode(header: &str, claims: &[u8]) -> String {
        [header, ".", &BASE64URL.encode(claims)].concat()
    }
}

/// Signs a token that starts with `prefix`. `claims` is the rest of the JSON of the claims.
pub(crate) fn compact(prefix: TokenPrefix<'_>, claims: &[u8], key: &SigningKey) -> String {
    let mut token = Vec::new();
    write(&mut token, prefix, claims, |signed| key.mac(signed));
    into_string(token)
}

/// The first part of a token, encoded and hashed up to a position in its claims.
pub(crate) struct PartialToken {
    text: String,
    /// The claims after the last whole group of 3 bytes. Their encoding depends on the next bytes.
    carried: Vec<u8>,
    /// `None` if a provider signs, because a provider hashes only whole messages.
    midstate: Option<Box<HmacMidstate>>,
}

impl PartialToken {
    /// `claims` is the JSON of the claims after `prefix`, up to the first byte that is not known yet.
    pub(crate) fn new(prefix: TokenPrefix<'_>, claims: &[u8], key: &SigningKey) -> Self {
        let (groups, carried) = claims.split_at(claims.len() - claims.len() % 3);
        let (header, known) = prefix.parts;
        let text = [header, known, &BASE64URL.encode(groups)].concat();
        let midstate = key.midstate(text.as_bytes());
        Self { text, carried: carried.to_owned(), midstate }
    }

    /// The start of what [`finish`](Self::finish) takes.
    pub(crate) fn carried(&self) -> &[u8] {
        &self.carried
    }

    /// Replaces `out` with the finished token. `claims` is what is carried, and the rest of the JSON. Allocates nothing if
    /// `out` has enough capacity.
    pub(crate) fn finish(&self, claims: &[u8], key: &SigningKey, out: &mut String) {
        let mut token = mem::take(out).into_bytes();
        token.clear();
        write(&mut token, TokenPrefix::encoded(&self.text), claims, |signed| match &self.midstate {
            Some(midstate) => midstate.mac(signed),
            None => key.mac(signed),
        });
        *out = into_string(token);
    }
}

/// Bytes on the stack, for claims of a known length. Nothing is pushed to it that has no room.
pub(crate) struct Room<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Room<N> {
    pub(crate) fn new() -> Self {
        Self { bytes: [0; N], length: 0 }
    }

    #[inline]
    pub(crate) fn push(&mut self, part: &[u8]) {
        let end = self.length + part.len();
        if let Some(place) = self.bytes.get_mut(self.length..end) {
            place.copy_from_slice(part);
            self.length = end;
        }
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Writes a token to the empty `token`: the prefix, the claims, and the signature that `mac` returns.
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
    // Of these dots, only the one before the signature remains.
    token.resize(length, b'.');
    encode(claims, token.split_at_mut(prefix_len).1);
    let (signed, signature) = token.split_at_mut(signed);
    encode(&mac(signed), signature.split_at_mut(1).1);
}

/// Encodes to the start of `out`. `encode_string` uses an additional buffer, which takes a third longer.
#[expect(clippy::expect_used, reason = "`write` computes the length of the output")]
fn encode(bytes: &[u8], out: &mut [u8]) {
    BASE64URL.encode_slice(bytes, out).expect("the output has the exact length");
}

/// Converts the bytes of a token, which are all ASCII, so this never uses the default.
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
    fn the_capacity_is_exact_and_the_claims_are_encoded_as_a_whole() {
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
    fn a_hashed_prefix_does_not_change_the_token() {
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
    fn a_finished_partial_token_equals_one_that_is_signed_at_once() {
        let (credentials, rest) = (key(), br#","nbf":253402300799}"#);
        let key = credentials.key();
        for length in 0..200 {
            for (prefix, _) in PREFIXES {
                let claims = vec![b'x'; length];
                let partial = PartialToken::new(prefix, &claims, key);
                let mut end = Room::<34>::new();
                for part in [partial.carried(), b"253402300799", rest] {
                    end.push(part);
                }
                let mut token = String::new();
                partial.finish(end.as_slice(), key, &mut token);
                assert_eq!(token, compact(prefix, &[&claims, &b"253402300799"[..], rest].concat(), key));
                assert_eq!(token.len(), token.capacity());
                let again = token.clone();
                partial.finish(end.as_slice(), key, &mut token);
                assert_eq!(token, again);
            }
        }
    }
}
