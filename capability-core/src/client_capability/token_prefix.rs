//! The start of client capability tokens.
//!
//! Most tokens have a scope for calls, so their first bytes are the same. These are encoded here, and each key hashes
//! the first block of them once.

use crate::jwt::{TokenPrefix, header};
use crate::keys::{AccountCredentials, SigningKey};

/// Start of a token with an incoming scope: `{"scope":"scope:client:incoming?clientName`.
pub(super) const INCOMING: TokenPrefix<'_> = TokenPrefix::encoded(
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1l",
);

/// Start of a token with an outgoing scope and no incoming scope: `{"scope":"scope:client:outgoing?appSid=`.
pub(super) const OUTGOING: TokenPrefix<'_> = TokenPrefix::encoded(
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDpvdXRnb2luZz9hcHBTaWQ9",
);

/// Start of the other tokens: the header alone.
pub(super) const NOTHING: TokenPrefix<'_> = TokenPrefix::header(header::PLAIN);

/// The common start of the first two: one block of SHA-256.
const FIRST_BLOCK: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWV";

/// The key of the credentials, with the start of tokens of this family hashed.
pub(super) fn key(account: &AccountCredentials) -> &SigningKey {
    let key = account.key();
    key.prefix(|| FIRST_BLOCK.into());
    key
}

#[cfg(test)]
mod tests {
    use super::super::{incoming, outgoing};
    use super::*;

    #[test]
    fn the_prefixes_encode_the_start_of_the_claims() {
        for (prefix, claims) in [
            (INCOMING, format!("{{\"scope\":\"{}?{}", incoming::SCOPE, incoming::CLIENT_NAME)),
            (OUTGOING, format!("{{\"scope\":\"{}?{}=", outgoing::SCOPE, outgoing::APP_SID)),
        ] {
            let text = TokenPrefix::encode(header::PLAIN, claims.as_bytes());
            assert_eq!(prefix, TokenPrefix::encoded(&text));
            assert_eq!(claims.len() % 3, 0);
            assert!(text.starts_with(FIRST_BLOCK));
        }
        assert_eq!(FIRST_BLOCK.len(), 64);
    }
}
