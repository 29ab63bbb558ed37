use std::fmt;

use jsonwebtoken::crypto::CryptoProvider;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};

use super::hs256::MAC_LEN;

/// A key that a crypto provider computes with.
///
/// The provider makes a signer each time: its signers are neither `Send` nor `Sync`, so none can be kept.
pub(super) struct ProvidedKey {
    pub(super) provider: CryptoProvider,
    key: EncodingKey,
}

impl ProvidedKey {
    pub(super) fn new(provider: &CryptoProvider, secret: &[u8]) -> Self {
        Self { provider: provider.clone(), key: EncodingKey::from_secret(secret) }
    }

    pub(super) fn mac(&self, message: &[u8]) -> Result<[u8; MAC_LEN], ProviderError> {
        let signer = (self.provider.signer_factory)(&Algorithm::HS256, &self.key)
            .map_err(|error| ProviderError(Trouble::Factory(error.to_string())))?;
        if signer.algorithm() != Algorithm::HS256 {
            return Err(ProviderError(Trouble::WrongAlgorithm));
        }
        let mac =
            signer.try_sign(message).map_err(|error| ProviderError(Trouble::Signer(error.to_string())))?;
        mac.try_into().map_err(|_| ProviderError::wrong_signature())
    }

    /// Whether the provider says that `signature` is the one of `message`.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8; MAC_LEN]) -> Result<bool, NoVerifier> {
        let key = DecodingKey::from_secret(self.key.as_bytes());
        let verifier = (self.provider.verifier_factory)(&Algorithm::HS256, &key).map_err(|_| NoVerifier)?;
        if verifier.algorithm() != Algorithm::HS256 {
            return Err(NoVerifier);
        }
        Ok(verifier.verify(message, &signature.to_vec()).is_ok())
    }
}

/// The crypto provider of the credentials cannot tell whether a signature is right.
#[derive(Debug)]
pub(crate) struct NoVerifier;

/// Why credentials do not take a crypto provider: it failed to sign a trial message with HS256, or signed it
/// wrongly.
///
/// ```
/// use twilio_capability_core::crypto::PROVIDER;
/// use twilio_capability_core::{AccountCredentials, ProviderError};
///
/// fn credentials() -> Result<AccountCredentials, Box<dyn std::error::Error>> {
///     let sid = "AC00000000000000000000000000000000".parse()?;
///     let made: Result<_, ProviderError> =
///         AccountCredentials::with_provider(sid, "not_a_real_auth_token".parse()?, &PROVIDER);
///     Ok(made?)
/// }
/// assert!(credentials().is_ok());
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProviderError(Trouble);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Trouble {
    Factory(String),
    Signer(String),
    WrongAlgorithm,
    WrongSignature,
}

impl ProviderError {
    pub(super) fn wrong_signature() -> Self {
        Self(Trouble::WrongSignature)
    }
}

impl fmt::Display for ProviderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Trouble::Factory(why) => write!(f, "the crypto provider has no signer for HS256: {why}"),
            Trouble::Signer(why) => write!(f, "the crypto provider failed to sign: {why}"),
            Trouble::WrongAlgorithm => {
                f.write_str("the crypto provider gave a signer of another algorithm than HS256")
            }
            Trouble::WrongSignature => f.write_str("the crypto provider gave a wrong HS256 signature"),
        }
    }
}

impl std::error::Error for ProviderError {}

#[cfg(test)]
mod tests {
    use jsonwebtoken::crypto::JwtSigner;
    use jsonwebtoken::errors::ErrorKind;
    use jsonwebtoken::signature::{Error as SignatureError, Signer};

    use super::*;
    use crate::keys::hs256::{Hs256, PROVIDER};
    use crate::keys::signing_key::SigningKey;

    #[test]
    fn a_provider_must_pass_its_trial() {
        fn provider(
            signer_factory: fn(&Algorithm, &EncodingKey) -> jsonwebtoken::errors::Result<Box<dyn JwtSigner>>,
        ) -> Result<SigningKey, ProviderError> {
            SigningKey::with_provider(b"Jefe", &CryptoProvider { signer_factory, ..PROVIDER.clone() })
        }
        assert!(provider(PROVIDER.signer_factory).is_ok());
        let error = provider(|_, _| Err(ErrorKind::InvalidAlgorithm.into())).unwrap_err();
        assert!(error.to_string().starts_with("the crypto provider has no signer for HS256: "), "{error}");
        let error = provider(|_, _| Ok(Box::new(Hs256::new(b"another key")))).unwrap_err();
        assert_eq!(error.to_string(), "the crypto provider gave a wrong HS256 signature");
        let error = provider(|_, _| Ok(Box::new(Refuses(Algorithm::HS384)))).unwrap_err();
        assert_eq!(error.to_string(), "the crypto provider gave a signer of another algorithm than HS256");
        let error = provider(|_, _| Ok(Box::new(Refuses(Algorithm::HS256)))).unwrap_err();
        assert!(error.to_string().starts_with("the crypto provider failed to sign: "), "{error}");
    }

    struct Refuses(Algorithm);

    impl Signer<Vec<u8>> for Refuses {
        fn try_sign(&self, _: &[u8]) -> Result<Vec<u8>, SignatureError> {
            Err(SignatureError::new())
        }
    }

    impl JwtSigner for Refuses {
        fn algorithm(&self) -> Algorithm {
            self.0
        }
    }

    #[test]
    fn a_provider_that_fails_later_leaves_the_signature_as_it_was() {
        struct FirstOnly;
        impl Signer<Vec<u8>> for FirstOnly {
            fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
                if message.starts_with(b"a message to try") {
                    Hs256::new(b"Jefe").try_sign(message)
                } else {
                    Err(SignatureError::new())
                }
            }
        }
        impl JwtSigner for FirstOnly {
            fn algorithm(&self) -> Algorithm {
                Algorithm::HS256
            }
        }
        let provider = CryptoProvider { signer_factory: |_, _| Ok(Box::new(FirstOnly)), ..PROVIDER.clone() };
        let key = SigningKey::with_provider(b"Jefe", &provider).unwrap();
        assert_eq!(key.mac(b"message"), Hs256::new(b"Jefe").mac(b"message"));
    }
}
