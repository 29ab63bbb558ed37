//! Compact JWS: `header.claims.signature`, each base64url without padding (RFC 7515, section 7.1).

use std::mem;

use base64::Engine;

use crate::base64url::BASE64URL;
use crate::crypto::{Ahead, MAC_LEN, SigningKey};

/// `{"typ":"JWT","alg":"HS256"}` in base64url: `typ` and `alg`, as Twilio's libraries write it.
pub(crate) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";

/// What a token begins with, known and encoded before it is made: the header and the first claims.
///
/// Base64 encodes groups of 3 bytes. The claims are whole groups, so that their encoding does not depend on what
/// follows.
#[derive(Clone, Copy)]
pub(crate) enum Start<'a> {
    /// `{"scope":"scope:client:incoming?clientName`.
    Incoming,
    /// `{"scope":"scope:client:outgoing?appSid=`.
    Outgoing,
    /// A header, in base64url, and no claims yet.
    Header(&'a str),
}

impl Start<'_> {
    /// The first SHA-256 block of what starts with claims. Each key hashes it once.
    pub(crate) const FIRST_BLOCK: &'static str =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWV";

    /// In two parts.
    const fn text(&self) -> (&str, &str) {
        match self {
            Self::Incoming => (HEADER, ".eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1l"),
            Self::Outgoing => (HEADER, ".eyJzY29wZSI6InNjb3BlOmNsaWVudDpvdXRnb2luZz9hcHBTaWQ9"),
            Self::Header(header) => (header, "."),
        }
    }
}

/// The most bytes of claims that [`Begun`] takes to finish a token: two that it carries, two times of twelve digits,
/// `,"nbf":` and `}`.
const END_LEN: usize = 2 + 12 + 7 + 12 + 1;

/// Signs what starts with `start`; `claims` is the rest of the JSON text of a claims object.
pub(crate) fn compact(start: Start<'_>, claims: &[u8], key: &SigningKey) -> String {
    let mut token = Vec::new();
    write(&mut token, start.text(), claims, |signed| key.mac(signed));
    into_text(token)
}

/// A token up to a point in its claims, hashed as far as it stands.
pub(crate) struct Begun {
    text: String,
    /// What is left of the claims behind the last whole group of 3 bytes: how it is encoded depends on what follows.
    carried: Vec<u8>,
    /// Nothing where another provider signs: it takes a message whole.
    ahead: Option<Ahead>,
}

impl Begun {
    /// `claims` is what follows `start` in the JSON text of a claims object, as far as it is known.
    pub(crate) fn new(start: Start<'static>, claims: &[u8], key: &SigningKey) -> Self {
        let (groups, carried) = claims.split_at(claims.len() - claims.len() % 3);
        let (header, known) = start.text();
        let text = [header, known, &BASE64URL.encode(groups)].concat();
        let ahead = key.ahead(text.as_bytes());
        Self { text, carried: carried.to_owned(), ahead }
    }

    /// Writes the token whose claims end with the bytes of `time` and `rest` over `out`. Allocates nothing if `out`
    /// has room.
    pub(crate) fn finish(&self, time: &str, rest: &[u8], key: &SigningKey, out: &mut String) {
        let mut claims = [0; END_LEN];
        let mut room = &mut claims[..];
        for part in [&self.carried, time.as_bytes(), rest] {
            if let Some((place, behind)) = mem::take(&mut room).split_at_mut_checked(part.len()) {
                place.copy_from_slice(part);
                room = behind;
            }
        }
        let length = END_LEN - room.len();
        let (claims, _) = claims.split_at(length);
        let mut token = mem::take(out).into_bytes();
        token.clear();
        write(&mut token, (&self.text, ""), claims, |signed| self.mac(signed, key));
        *out = into_text(token);
    }

    /// The token whose claims end with `rest`, where what was known ahead was whole groups of 3 bytes.
    pub(crate) fn end(&self, rest: &[u8], key: &SigningKey) -> String {
        debug_assert!(self.carried.is_empty(), "what is carried would be lost");
        let mut token = Vec::new();
        write(&mut token, (&self.text, ""), rest, |signed| self.mac(signed, key));
        into_text(token)
    }

    fn mac(&self, signed: &[u8], key: &SigningKey) -> [u8; MAC_LEN] {
        match &self.ahead {
            Some(ahead) => ahead.mac(signed),
            None => key.mac(signed),
        }
    }
}

/// Writes a token to `token`, which is empty: its beginning in two parts, the claims, and the signature that `mac` gives.
fn write(
    token: &mut Vec<u8>,
    (header, known): (&str, &str),
    claims: &[u8],
    mac: impl FnOnce(&[u8]) -> [u8; MAC_LEN],
) {
    let begun = header.len() + known.len();
    let signed = begun + base64_len(claims.len());
    let length = signed + ".".len() + base64_len(MAC_LEN);
    token.reserve_exact(length);
    token.extend_from_slice(header.as_bytes());
    token.extend_from_slice(known.as_bytes());
    // Of these only the dot before the signature stays.
    token.resize(length, b'.');
    encode(claims, token.split_at_mut(begun).1);
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
fn into_text(token: Vec<u8>) -> String {
    String::from_utf8(token).unwrap_or_default()
}

const fn base64_len(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use jsonwebtoken::{Algorithm, Header};

    use super::*;

    #[test]
    fn the_header_is_the_one_of_jsonwebtoken() {
        let header = serde_json::to_string(&Header::new(Algorithm::HS256)).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(&header), HEADER, "{header}");
    }

    const STARTS: [(Start<'_>, &str); 3] = [
        (Start::Incoming, "{\"scope\":\"scope:client:incoming?clientName"),
        (Start::Outgoing, "{\"scope\":\"scope:client:outgoing?appSid="),
        (Start::Header(HEADER), ""),
    ];

    #[test]
    fn the_starts_are_what_they_stand_for() {
        for (start, claims) in STARTS {
            let text = [start.text().0, start.text().1].concat();
            assert_eq!(format!("{HEADER}.{}", URL_SAFE_NO_PAD.encode(claims)), text);
            assert_eq!(claims.len() % 3, 0);
            assert_eq!(text.starts_with(Start::FIRST_BLOCK), !matches!(start, Start::Header(_)));
        }
        assert_eq!(Start::FIRST_BLOCK.len(), 64);
    }

    #[test]
    fn the_capacity_is_exact_and_the_encoding_that_of_all_claims() {
        let key = SigningKey::new(b"key");
        for length in 0..100 {
            for (start, claims) in STARTS {
                let rest = vec![b'x'; length];
                let token = compact(start, &rest, &key);
                let claims = [claims.as_bytes(), &rest].concat();
                let signed = format!("{HEADER}.{}", URL_SAFE_NO_PAD.encode(claims));
                let mac = key.mac(signed.as_bytes());
                assert_eq!(token, signed + "." + &URL_SAFE_NO_PAD.encode(mac));
                assert_eq!(token.len(), token.capacity());
            }
        }
    }

    #[test]
    fn what_is_begun_with_whole_groups_takes_any_end() {
        let key = SigningKey::new(b"key");
        for length in 0..100 {
            let (claims, rest) = (vec![b'x'; 3 * length], vec![b'y'; length]);
            let token = Begun::new(Start::Header("header"), &claims, &key).end(&rest, &key);
            assert_eq!(token, compact(Start::Header("header"), &[claims, rest].concat(), &key));
            assert_eq!(token.len(), token.capacity());
        }
    }

    #[test]
    fn what_is_begun_ends_as_if_it_were_signed_at_once() {
        let (key, rest) = (SigningKey::new(b"key"), br#","nbf":253402300799}"#);
        for length in 0..200 {
            for (start, _) in STARTS {
                let claims = vec![b'x'; length];
                let begun = Begun::new(start, &claims, &key);
                let mut token = String::new();
                begun.finish("253402300799", rest, &key, &mut token);
                assert_eq!(token, compact(start, &[&claims, &b"253402300799"[..], rest].concat(), &key));
                assert_eq!(token.len(), token.capacity());
                let again = token.clone();
                begun.finish("253402300799", rest, &key, &mut token);
                assert_eq!(token, again);
            }
        }
    }
}
