use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use hmac::HmacReset;
use hmac::digest::CtOutput;
use jsonwebtoken::crypto::CryptoProvider;
use sha2::Sha256;

use super::hs256::{HmacMidstate, Hs256, MAC_LEN};
use super::provider::{NoVerifier, ProvidedKey, ProviderError};

/// The key of one credentials value: the built-in HMAC, or a crypto provider of the user's choice.
pub(crate) struct SigningKey {
    hmac: Hs256,
    prefix: OnceLock<HashedPrefix>,
    provided: Option<ProvidedKey>,
}

/// How most tokens of a key begin, with its whole blocks hashed already: blocks that each token would cost again.
struct HashedPrefix {
    text: Cow<'static, str>,
    midstate: HmacMidstate,
}

impl SigningKey {
    pub(crate) fn new(secret: &[u8]) -> Self {
        Self { hmac: Hs256::new(secret), prefix: OnceLock::new(), provided: None }
    }

    /// A key that `provider` computes with, after it has shown that it can.
    pub(super) fn with_provider(secret: &[u8], provider: &CryptoProvider) -> Result<Self, ProviderError> {
        let key = Self::new(secret);
        let other = ProvidedKey::new(provider, secret);
        let trial = b"a message to try the provider with";
        if other.mac(trial)? != key.hmac.mac(trial) {
            return Err(ProviderError::wrong_signature());
        }
        Ok(Self { provided: Some(other), ..key })
    }

    /// A key for another secret, with the same provider.
    pub(super) fn with_secret(&self, secret: &[u8]) -> Self {
        let provided = self.provided.as_ref().map(|provided| ProvidedKey::new(&provided.provider, secret));
        Self { provided, ..Self::new(secret) }
    }

    /// How most tokens of this key begin. The family whose tokens these are says it before it signs or verifies; the
    /// first text that a key is given stays.
    pub(crate) fn prefix(&self, text: impl FnOnce() -> Cow<'static, str>) -> &str {
        let prefix = self.prefix.get_or_init(|| {
            let text = text();
            HashedPrefix { midstate: self.hmac.midstate(text.as_bytes()), text }
        });
        &prefix.text
    }

    /// The signature of `message`.
    ///
    /// A provider that has passed its trial has no reason to fail on another message. If it does, the signature
    /// is computed here: HMAC has one right result, so the bytes are the ones it owed.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        if let Some(provided) = &self.provided
            && let Ok(mac) = provided.mac(message)
        {
            return mac;
        }
        self.compute(message)
    }

    /// Whether `signature` is the one of `message`, found out in constant time.
    ///
    /// Unlike signing, this has no way round a provider that fails: whoever asked for a provider asked for its
    /// answer.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; MAC_LEN]) -> Result<bool, NoVerifier> {
        match &self.provided {
            Some(provided) => provided.verifies(message, signature),
            None => Ok(same(self.compute(message), *signature)),
        }
    }

    /// Hashes the start of a message that is signed many times. A provider hashes a message whole, so there is nothing
    /// to hash for it.
    pub(crate) fn midstate(&self, start: &[u8]) -> Option<HmacMidstate> {
        self.provided.is_none().then(|| self.hmac.midstate(start))
    }

    /// The signature of `message`, computed here and not by a provider.
    fn compute(&self, message: &[u8]) -> [u8; MAC_LEN] {
        match self.prefix.get() {
            Some(prefix) if message.starts_with(prefix.hashed()) => prefix.midstate.mac(message),
            _ => self.hmac.mac(message),
        }
    }
}

impl HashedPrefix {
    /// The part of the text that is hashed.
    fn hashed(&self) -> &[u8] {
        self.text.as_bytes().get(..self.midstate.hashed()).unwrap_or_default()
    }
}

/// Compared in constant time.
fn same(computed: [u8; MAC_LEN], given: [u8; MAC_LEN]) -> bool {
    CtOutput::<HmacReset<Sha256>>::new(computed.into()) == CtOutput::new(given.into())
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::Algorithm;
    use jsonwebtoken::crypto::CryptoProvider;
    use jsonwebtoken::errors::ErrorKind;
    use jsonwebtoken::signature::Verifier;

    use super::*;
    use crate::keys::hs256::PROVIDER;

    #[test]
    fn a_signature_is_right_only_whole_and_for_its_message_and_key() {
        for key in [SigningKey::new(b"Jefe"), SigningKey::with_provider(b"Jefe", &PROVIDER).unwrap()] {
            let mac = key.mac(b"message");
            assert!(key.verifies(b"message", &mac).unwrap());
            assert!(!key.verifies(b"messagf", &mac).unwrap());
            for bit in 0..256 {
                let mut flipped = mac;
                flipped[bit / 8] ^= 1 << (bit % 8);
                assert!(!key.verifies(b"message", &flipped).unwrap(), "bit {bit}");
            }
            let other = key.with_secret(b"another key");
            assert!(!other.verifies(b"message", &mac).unwrap());
            assert!(other.verifies(b"message", &other.mac(b"message")).unwrap());
        }
    }

    #[test]
    fn a_message_that_begins_as_most_do_has_the_same_signature() {
        let (key, plain) = (SigningKey::new(b"Jefe"), Hs256::new(b"Jefe"));
        let prefix = "a text of one block and a bit more, 80 bytes in all: the block is hashed just once";
        assert_eq!(key.prefix(|| prefix.into()), prefix);
        // The first text stays.
        assert_eq!(key.prefix(|| "another".into()), prefix);
        for message in [prefix, &prefix[..64], &format!("{prefix}t"), &prefix[..63], &prefix[1..], ""] {
            let mac = plain.mac(message.as_bytes());
            assert_eq!(key.mac(message.as_bytes()), mac);
            assert!(key.verifies(message.as_bytes(), &mac).unwrap(), "{message}");
        }
    }

    #[test]
    fn the_provider_of_the_credentials_is_asked_and_nobody_else() {
        struct Never;
        impl Verifier<Vec<u8>> for Never {
            fn verify(&self, _: &[u8], _: &Vec<u8>) -> Result<(), jsonwebtoken::signature::Error> {
                Err(jsonwebtoken::signature::Error::new())
            }
        }
        impl jsonwebtoken::crypto::JwtVerifier for Never {
            fn algorithm(&self) -> Algorithm {
                Algorithm::HS256
            }
        }
        struct Other(Hs256);
        impl Verifier<Vec<u8>> for Other {
            fn verify(&self, m: &[u8], s: &Vec<u8>) -> Result<(), jsonwebtoken::signature::Error> {
                self.0.verify(m, s)
            }
        }
        impl jsonwebtoken::crypto::JwtVerifier for Other {
            fn algorithm(&self) -> Algorithm {
                Algorithm::HS512
            }
        }
        let key = |verifier_factory| {
            let provider = CryptoProvider { verifier_factory, ..PROVIDER.clone() };
            SigningKey::with_provider(b"Jefe", &provider).unwrap()
        };
        let mac = SigningKey::new(b"Jefe").mac(b"message");
        let refuses = key(|_, _| Ok(Box::new(Never)));
        assert!(!refuses.verifies(b"message", &mac).unwrap());
        assert!(!refuses.with_secret(b"Jefe").verifies(b"message", &mac).unwrap());
        assert!(key(|_, _| Err(ErrorKind::InvalidAlgorithm.into())).verifies(b"message", &mac).is_err());
        assert!(key(|_, _| Ok(Box::new(Other(Hs256::new(b"Jefe"))))).verifies(b"message", &mac).is_err());
    }
}
