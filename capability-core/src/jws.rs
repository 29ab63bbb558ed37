//! Compact JWS: `header.claims.signature`, each base64url without padding (RFC 7515, section 7.1).

use std::mem;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::crypto::{Ahead, MAC_LEN, SigningKey};

/// `{"typ":"JWT","alg":"HS256"}` in base64url, and the dot: `typ` and `alg`, as Twilio's libraries write it.
pub(crate) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.";

/// What a token begins with, known and encoded before it is made: the header and the first claims.
///
/// Base64 encodes groups of 3 bytes. The claims are whole groups, so that their encoding does not depend on what
/// follows.
#[derive(Clone, Copy)]
pub(crate) enum Start {
    /// `{"scope":"scope:client:incoming?clientName`.
    Incoming,
    /// `{"scope":"scope:client:outgoing?appSid=`.
    Outgoing,
    /// No claims yet.
    Header,
}

impl Start {
    /// The first SHA-256 block of what starts with claims. Each key hashes it once.
    pub(crate) const FIRST_BLOCK: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWV";

    const fn text(self) -> &'static str {
        match self {
            Self::Incoming => {
                "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1l"
            }
            Self::Outgoing => {
                "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDpvdXRnb2luZz9hcHBTaWQ9"
            }
            Self::Header => HEADER,
        }
    }

    pub(crate) const fn has_first_block(self) -> bool {
        !matches!(self, Self::Header)
    }
}

const SIGNATURE_LEN: usize = base64_len(MAC_LEN);

/// The most bytes of claims that [`Begun`] takes to finish a token: two that it carries, two times of twelve digits,
/// `,"nbf":` and `}`.
const END_LEN: usize = 2 + 12 + 7 + 12 + 1;

/// Signs what starts with `start`; `claims` is the rest of the JSON text of a claims object.
pub(crate) fn compact(start: Start, claims: &[u8], key: &SigningKey) -> String {
    sign(start.text(), claims, |signed| key.mac(start, signed))
}

/// Signs claims under another header, which is base64url and ends with the dot.
pub(crate) fn compact_under(header: &str, claims: &[u8], key: &SigningKey) -> String {
    sign(header, claims, |signed| key.mac(Start::Header, signed))
}

fn sign(start: &str, claims: &[u8], mac: impl FnOnce(&[u8]) -> [u8; MAC_LEN]) -> String {
    let (mut token, signed) = begin(start, claims, 1 + SIGNATURE_LEN);
    let (signed, signature) = token.split_at_mut(signed);
    if let Some((dot, signature)) = signature.split_first_mut() {
        *dot = b'.';
        encode(&mac(signed), signature);
    }
    into_text(token)
}

/// `text`, and `claims` encoded, and `more` bytes behind them; also where these begin.
fn begin(text: &str, claims: &[u8], more: usize) -> (Vec<u8>, usize) {
    let signed = text.len() + base64_len(claims.len());
    let mut token = Vec::with_capacity(signed + more);
    token.extend_from_slice(text.as_bytes());
    token.resize(signed + more, 0);
    encode(claims, token.split_at_mut(text.len()).1);
    (token, signed)
}

/// Encodes to the beginning of `out`. `encode_string` would go by way of a buffer of its own, which takes a third
/// longer.
#[expect(clippy::expect_used, reason = "the callers have counted")]
fn encode(bytes: &[u8], out: &mut [u8]) -> usize {
    URL_SAFE_NO_PAD.encode_slice(bytes, out).expect("there is room")
}

/// A token up to a point in its claims, hashed as far as it stands.
pub(crate) struct Begun {
    start: Start,
    text: String,
    /// What is left of the claims behind the last whole group of 3 bytes: how it is encoded depends on what follows.
    carried: Vec<u8>,
    /// Nothing where another provider signs: it takes a message whole.
    ahead: Option<Ahead>,
}

impl Begun {
    /// `claims` is what follows `start` in the JSON text of a claims object, as far as it is known.
    pub(crate) fn new(start: Start, claims: &[u8], key: &SigningKey) -> Self {
        let (groups, carried) = claims.split_at(claims.len() - claims.len() % 3);
        let text = into_text(begin(start.text(), groups, 0).0);
        let ahead = key.ahead(text.as_bytes());
        Self { start, text, carried: carried.to_owned(), ahead }
    }

    /// As [`Begun::new`], under another header, which is base64url and ends with the dot. `claims` is whole groups.
    pub(crate) fn under(header: &str, claims: &[u8], key: &SigningKey) -> Self {
        debug_assert!(claims.len().is_multiple_of(3), "what follows is encoded for itself");
        let text = into_text(begin(header, claims, 0).0);
        let ahead = key.ahead(text.as_bytes());
        Self { start: Start::Header, text, carried: Vec::new(), ahead }
    }

    /// The token whose claims end with `rest`, where nothing is carried.
    pub(crate) fn end(&self, rest: &[u8], key: &SigningKey) -> String {
        debug_assert!(self.carried.is_empty(), "what is carried would be lost");
        sign(&self.text, rest, |signed| self.mac(signed, key))
    }

    fn mac(&self, signed: &[u8], key: &SigningKey) -> [u8; MAC_LEN] {
        match &self.ahead {
            Some(ahead) => ahead.mac(signed),
            None => key.mac(self.start, signed),
        }
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
        out.clear();
        out.reserve(self.text.len() + base64_len(length) + 1 + SIGNATURE_LEN);
        out.push_str(&self.text);
        push_short(out, claims.get(..length).unwrap_or_default());
        let mac = self.mac(out.as_bytes(), key);
        out.push('.');
        push_short(out, &mac);
    }
}

/// By way of the stack: a `String` lends no room to write bytes to.
fn push_short(out: &mut String, bytes: &[u8]) {
    let mut room = [0; base64_len(END_LEN)];
    let length = encode(bytes, &mut room);
    out.push_str(room.get(..length).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default());
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
    use jsonwebtoken::{Algorithm, Header};

    use super::*;

    #[test]
    fn the_header_is_the_one_of_jsonwebtoken() {
        let header = serde_json::to_string(&Header::new(Algorithm::HS256)).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(&header) + ".", HEADER, "{header}");
    }

    const STARTS: [(Start, &str); 3] = [
        (Start::Incoming, "{\"scope\":\"scope:client:incoming?clientName"),
        (Start::Outgoing, "{\"scope\":\"scope:client:outgoing?appSid="),
        (Start::Header, ""),
    ];

    #[test]
    fn the_starts_are_what_they_stand_for() {
        for (start, claims) in STARTS {
            assert_eq!(HEADER.to_owned() + &URL_SAFE_NO_PAD.encode(claims), start.text());
            assert_eq!(claims.len() % 3, 0);
            assert_eq!(start.text().starts_with(Start::FIRST_BLOCK), start.has_first_block());
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
                let signed = HEADER.to_owned() + &URL_SAFE_NO_PAD.encode(claims);
                let mac = key.mac(Start::Header, signed.as_bytes());
                assert_eq!(token, signed + "." + &URL_SAFE_NO_PAD.encode(mac));
                assert_eq!(token.len(), token.capacity());
            }
        }
    }

    #[test]
    fn what_is_begun_under_another_header_ends_as_if_it_were_signed_at_once() {
        let key = SigningKey::new(b"key");
        for length in 0..100 {
            let (claims, rest) = (vec![b'x'; 3 * length], vec![b'y'; length]);
            let token = Begun::under("header.", &claims, &key).end(&rest, &key);
            assert_eq!(token, compact_under("header.", &[claims, rest].concat(), &key));
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
