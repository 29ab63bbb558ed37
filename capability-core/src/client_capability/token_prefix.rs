//! How client capability tokens begin.
//!
//! Most have a scope of calls, so that their first bytes are the same. They are encoded here, and the first block of them
//! is hashed once for each key.

use crate::jwt::{TokenPrefix, header};
use crate::keys::{AccountCredentials, SigningKey};

/// `{"scope":"scope:client:incoming?clientName`, as the claims of a token with an incoming scope begin.
pub(super) const INCOMING: TokenPrefix<'_> = TokenPrefix::encoded(
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1l",
);

/// `{"scope":"scope:client:outgoing?appSid=`, as the claims of a token with an outgoing scope and no incoming one begin.
pub(super) const OUTGOING: TokenPrefix<'_> = TokenPrefix::encoded(
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDpvdXRnb2luZz9hcHBTaWQ9",
);

/// No claims: other tokens.
pub(super) const NOTHING: TokenPrefix<'_> = TokenPrefix::header(header::PLAIN);

/// What the first two have in common: one block of SHA-256.
const FIRST_BLOCK: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWV";

/// The key of the credentials, which knows how tokens of this family begin.
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
    fn the_prefixes_are_what_they_stand_for() {
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
