//! Compact JWS: `header.claims.signature`, each base64url without padding (RFC 7515, section 7.1).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::UnixTime;
use crate::crypto::{MAC_LEN, SigningKey};

/// `{"typ":"JWT","alg":"HS256"}` in base64url: `typ` and `alg`, as Twilio's libraries write it.
pub(crate) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";

/// Signs `claims`, the JSON text of a claims object.
pub(crate) fn compact(header: &str, claims: &[u8], key: &SigningKey) -> String {
    let length = header.len() + 1 + base64_len(claims.len()) + 1 + base64_len(MAC_LEN);
    let mut token = String::with_capacity(length);
    token.push_str(header);
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(claims, &mut token);
    let mac = key.mac(token.as_bytes());
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(mac, &mut token);
    token
}

const fn base64_len(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

/// Writes a claims object member by member.
///
/// Strings are written as they are: what comes here are SIDs and scopes, all of whose bytes are of
/// `A-Z a-z 0-9 - . _ ~ % : / ? & =` and space. JSON asks to escape none of them.
pub(crate) struct Claims {
    json: Vec<u8>,
}

impl Claims {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        let mut json = Vec::with_capacity(bytes);
        json.push(b'{');
        Self { json }
    }

    /// A member whose value `write` appends, without quotes.
    pub(crate) fn string(&mut self, name: &str, write: impl FnOnce(&mut Vec<u8>)) {
        self.name(name);
        self.json.push(b'"');
        let from = self.json.len();
        write(&mut self.json);
        debug_assert!(
            self.json.iter().skip(from).all(|b| matches!(b, b' '..=b'~') && !matches!(b, b'"' | b'\\')),
            "{name} has bytes that JSON asks to escape"
        );
        self.json.push(b'"');
    }

    /// A member that is a time: an integer, since Twilio has refused fractions.
    pub(crate) fn time(&mut self, name: &str, time: UnixTime) {
        self.name(name);
        self.json.extend_from_slice(itoa::Buffer::new().format(time.as_secs()).as_bytes());
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.json.push(b'}');
        self.json
    }

    fn name(&mut self, name: &str) {
        if self.json.len() > 1 {
            self.json.push(b',');
        }
        self.json.push(b'"');
        self.json.extend_from_slice(name.as_bytes());
        self.json.extend_from_slice(b"\":");
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{Algorithm, Header};

    use super::*;

    #[test]
    fn the_header_is_the_one_of_jsonwebtoken() {
        let header = serde_json::to_string(&Header::new(Algorithm::HS256)).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.encode(&header), HEADER, "{header}");
    }

    #[test]
    fn the_capacity_is_exact() {
        for length in 0..100 {
            let token = compact(HEADER, &vec![b'x'; length], &SigningKey::new(b"key"));
            assert_eq!(token.len(), token.capacity());
        }
    }

    #[test]
    fn claims_are_json() {
        let mut claims = Claims::with_capacity(0);
        claims.string("scope", |json| json.extend_from_slice(b"a b"));
        claims.time("exp", UnixTime::MAX);
        let json: serde_json::Value = serde_json::from_slice(&claims.finish()).unwrap();
        assert_eq!(json, serde_json::json!({"scope": "a b", "exp": 253_402_300_799_u64}));
    }
}
