//! The keys that sign webhooks, and their signatures.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::KeyInit;
use hmac::block_api::HmacCore;
use sha1::Sha1;

use crate::keys::{Hs256, MAC_LEN, mac, on_wiped_stack, same};
use crate::values::{AuthToken, SharedKey};

/// The state of an HMAC that has hashed its key. It is wiped when it is dropped (feature `zeroize` of `hmac`, `sha1` and
/// `sha2`).
#[derive(Clone)]
pub(super) enum Key {
    /// An auth token: HMAC-SHA1.
    AuthToken(Arc<HmacCore<Sha1>>),
    /// A shared key: HMAC-SHA256.
    Shared(Arc<Hs256>),
}

/// A signature that was received, or a computed one. That of an HMAC-SHA1 ends with zeros.
pub(super) struct Signature([u8; MAC_LEN]);

impl Key {
    #[expect(clippy::expect_used, reason = "RFC 2104 allows keys of any length")]
    pub(super) fn of_auth_token(token: &AuthToken) -> Self {
        Self::AuthToken(on_wiped_stack(|| {
            Arc::new(HmacCore::new_from_slice(token.as_bytes()).expect("HMAC accepts keys of any length"))
        }))
    }

    pub(super) fn of_shared_key(key: &SharedKey) -> Self {
        Self::Shared(on_wiped_stack(|| Arc::new(Hs256::new(key.as_bytes()))))
    }

    /// The length of a signature in bytes.
    fn signature_len(&self) -> usize {
        match self {
            Self::AuthToken(_) => 20,
            Self::Shared(_) => MAC_LEN,
        }
    }

    /// Decodes a signature of this kind of key. `None` if it is not the base64 of so many bytes.
    pub(super) fn decode(&self, header: &[u8]) -> Option<Signature> {
        let decoded = STANDARD.decode(header).ok().filter(|decoded| decoded.len() == self.signature_len())?;
        let mut signature = [0; MAC_LEN];
        signature.get_mut(..decoded.len())?.copy_from_slice(&decoded);
        Some(Signature(signature))
    }

    /// Whether the signature is that of `text` with this key. The comparison takes constant time.
    pub(super) fn signed(&self, text: &[u8], signature: &Signature) -> bool {
        same(&self.mac(text).0, &signature.0)
    }

    /// The signature of `text`, as Twilio writes it in a header.
    pub(super) fn sign(&self, text: &[u8]) -> String {
        let Signature(mac) = self.mac(text);
        STANDARD.encode(mac.get(..self.signature_len()).unwrap_or_default())
    }

    fn mac(&self, text: &[u8]) -> Signature {
        Signature(match self {
            Self::AuthToken(hmac) => {
                let mut padded = [0; MAC_LEN];
                for (to, from) in padded.iter_mut().zip(mac(&**hmac, text)) {
                    *to = from;
                }
                padded
            }
            Self::Shared(hs256) => hs256.mac(text),
        })
    }
}
