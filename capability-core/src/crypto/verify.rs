//! The other half of the boundary: whether a signature is the one of a message.

use hmac::HmacReset;
use hmac::digest::CtOutput;
use jsonwebtoken::{Algorithm, DecodingKey};
use sha2::Sha256;

use super::{MAC_LEN, Provided, SigningKey};

/// The crypto provider of the credentials cannot tell whether a signature is right.
#[derive(Debug)]
pub(crate) struct NoVerifier;

impl SigningKey {
    /// A key for another secret, computed with by the same provider.
    pub(crate) fn with_same_provider(&self, secret: &[u8]) -> Self {
        let provided = self.provided.as_ref().map(|provided| Provided {
            provider: provided.provider.clone(),
            key: jsonwebtoken::EncodingKey::from_secret(secret),
        });
        Self { provided, ..Self::new(secret) }
    }

    /// Whether `signature` is the one of `message`, found out in constant time.
    ///
    /// Unlike signing, this has no way round a provider that fails: whoever asked for a provider asked for its
    /// answer.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; MAC_LEN]) -> Result<bool, NoVerifier> {
        let Some(provided) = &self.provided else {
            return Ok(same(self.computed(message), *signature));
        };
        let key = DecodingKey::from_secret(provided.key.as_bytes());
        let verifier =
            (provided.provider.verifier_factory)(&Algorithm::HS256, &key).map_err(|_| NoVerifier)?;
        if verifier.algorithm() != Algorithm::HS256 {
            return Err(NoVerifier);
        }
        Ok(verifier.verify(message, &signature.to_vec()).is_ok())
    }
}

/// Compared in constant time.
fn same(computed: [u8; MAC_LEN], given: [u8; MAC_LEN]) -> bool {
    CtOutput::<HmacReset<Sha256>>::new(computed.into()) == CtOutput::new(given.into())
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::crypto::CryptoProvider;
    use jsonwebtoken::errors::ErrorKind;
    use jsonwebtoken::signature::Verifier;

    use super::*;
    use crate::crypto::{Hs256, PROVIDER};
    use crate::jws::Start;

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
            let other = key.with_same_provider(b"another key");
            assert!(!other.verifies(b"message", &mac).unwrap());
            assert!(other.verifies(b"message", &other.mac(b"message")).unwrap());
        }
    }

    #[test]
    fn a_message_that_begins_as_most_do_has_the_same_signature() {
        let (key, plain) = (SigningKey::new(b"Jefe"), Hs256::new(b"Jefe"));
        for message in [Start::FIRST_BLOCK, &format!("{}t", Start::FIRST_BLOCK), &Start::FIRST_BLOCK[1..], ""]
        {
            let mac = plain.mac(message.as_bytes());
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
        assert!(!refuses.with_same_provider(b"Jefe").verifies(b"message", &mac).unwrap());
        assert!(key(|_, _| Err(ErrorKind::InvalidAlgorithm.into())).verifies(b"message", &mac).is_err());
        assert!(key(|_, _| Ok(Box::new(Other(Hs256::new(b"Jefe"))))).verifies(b"message", &mac).is_err());
    }
}
