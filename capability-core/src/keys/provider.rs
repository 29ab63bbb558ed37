//! Keys for the crypto providers of `jsonwebtoken`.

use std::fmt;

use jsonwebtoken::crypto::CryptoProvider;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};

use super::hs256::{MAC_LEN, same};

/// A key for a crypto provider.
///
/// The provider makes a signer for each signature. A signer cannot be kept, because it is not `Send` and not `Sync`.
pub(super) struct ProvidedKey {
    provider: CryptoProvider,
    key: EncodingKey,
}

impl ProvidedKey {
    /// Tries the provider with the key. `signed` is a message and its correct signature.
    pub(super) fn new(
        provider: &CryptoProvider,
        secret: &[u8],
        signed: (&[u8], &[u8; MAC_LEN]),
    ) -> Result<Self, ProviderError> {
        let key = Self { provider: provider.clone(), key: EncodingKey::from_secret(secret) };
        key.try_out(signed)?;
        Ok(key)
    }

    /// A key of the same provider.
    pub(super) fn with_secret(
        &self,
        secret: &[u8],
        signed: (&[u8], &[u8; MAC_LEN]),
    ) -> Result<Self, ProviderError> {
        Self::new(&self.provider, secret, signed)
    }

    pub(super) fn mac(&self, message: &[u8]) -> Result<[u8; MAC_LEN], ProviderError> {
        let signer = (self.provider.signer_factory)(&Algorithm::HS256, &self.key)
            .map_err(|error| ProviderError(Trouble::Factory(error.to_string())))?;
        if signer.algorithm() != Algorithm::HS256 {
            return Err(ProviderError(Trouble::WrongAlgorithm));
        }
        let mac =
            signer.try_sign(message).map_err(|error| ProviderError(Trouble::Signer(error.to_string())))?;
        mac.try_into().map_err(|_| ProviderError(Trouble::WrongSignature))
    }

    /// Whether the provider accepts `signature` as the signature of `message`.
    ///
    /// A verifier returns the same error for a wrong signature and for its own failure. To tell them apart, the provider
    /// signs the message if the verifier refuses the signature. If signing fails, or returns the signature that was
    /// refused, the provider has failed.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8; MAC_LEN]) -> Result<bool, ProviderError> {
        let key = DecodingKey::from_secret(self.key.as_bytes());
        let verifier = (self.provider.verifier_factory)(&Algorithm::HS256, &key)
            .map_err(|error| ProviderError(Trouble::VerifierFactory(error.to_string())))?;
        if verifier.algorithm() != Algorithm::HS256 {
            return Err(ProviderError(Trouble::WrongVerifierAlgorithm));
        }
        if verifier.verify(message, &signature.to_vec()).is_ok() {
            return Ok(true);
        }
        if same(&self.mac(message)?, signature) {
            return Err(ProviderError(Trouble::RefusesRight));
        }
        Ok(false)
    }

    fn try_out(&self, (message, signature): (&[u8], &[u8; MAC_LEN])) -> Result<(), ProviderError> {
        if !same(&self.mac(message)?, signature) {
            return Err(ProviderError(Trouble::WrongSignature));
        }
        self.verifies(message, signature)?;
        // One wrong bit in each byte, so that a verifier that compares only a part of the signature does not pass.
        for at in 0..MAC_LEN {
            let mut wrong = *signature;
            if let Some(byte) = wrong.get_mut(at) {
                *byte ^= 1;
            }
            if self.verifies(message, &wrong)? {
                return Err(ProviderError(Trouble::AcceptsWrong));
            }
        }
        let (_, other_message) = message.split_at(message.len() / 2);
        if self.verifies(other_message, signature)? {
            return Err(ProviderError(Trouble::AcceptsWrong));
        }
        Ok(())
    }
}

/// Error for a crypto provider that failed to sign or verify a trial message with HS256, or returned a wrong result.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::crypto::PROVIDER;
/// use twilio_capability::{AccountCredentials, ProviderError};
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
    VerifierFactory(String),
    WrongVerifierAlgorithm,
    RefusesRight,
    AcceptsWrong,
}

impl fmt::Display for ProviderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Trouble::Factory(why) => write!(f, "the crypto provider has no signer for HS256: {why}"),
            Trouble::Signer(why) => write!(f, "the crypto provider failed to sign: {why}"),
            Trouble::WrongAlgorithm => {
                f.write_str("the crypto provider returned a signer for an algorithm other than HS256")
            }
            Trouble::WrongSignature => f.write_str("the crypto provider returned a wrong HS256 signature"),
            Trouble::VerifierFactory(why) => {
                write!(f, "the crypto provider has no verifier for HS256: {why}")
            }
            Trouble::WrongVerifierAlgorithm => {
                f.write_str("the crypto provider returned a verifier for an algorithm other than HS256")
            }
            Trouble::RefusesRight => f.write_str("the crypto provider refused a correct HS256 signature"),
            Trouble::AcceptsWrong => f.write_str("the crypto provider accepted a wrong HS256 signature"),
        }
    }
}

impl std::error::Error for ProviderError {}

#[cfg(test)]
mod tests {
    use jsonwebtoken::crypto::{JwtSigner, JwtVerifier};
    use jsonwebtoken::errors::{ErrorKind, Result as JwtResult};
    use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};

    use super::*;
    use crate::keys::built_in_provider::PROVIDER;
    use crate::keys::hs256::Hs256;
    use crate::keys::signing_key::SigningKey;

    type SignerFactory = fn(&Algorithm, &EncodingKey) -> JwtResult<Box<dyn JwtSigner>>;
    type VerifierFactory = fn(&Algorithm, &DecodingKey) -> JwtResult<Box<dyn JwtVerifier>>;

    fn signing(signer_factory: SignerFactory) -> Result<SigningKey, ProviderError> {
        SigningKey::with_provider(b"Jefe", &CryptoProvider { signer_factory, ..PROVIDER.clone() })
    }

    fn verifying(verifier_factory: VerifierFactory) -> Result<SigningKey, ProviderError> {
        SigningKey::with_provider(b"Jefe", &CryptoProvider { verifier_factory, ..PROVIDER.clone() })
    }

    /// A signer and verifier with the given functions.
    struct Double {
        algorithm: Algorithm,
        sign: fn(&[u8]) -> Result<Vec<u8>, SignatureError>,
        verify: fn(&[u8], &Vec<u8>) -> Result<(), SignatureError>,
    }

    const RIGHT: Double = Double {
        algorithm: Algorithm::HS256,
        sign: |message| Hs256::new(b"Jefe").try_sign(message),
        verify: |message, signature| Hs256::new(b"Jefe").verify(message, signature),
    };

    impl Signer<Vec<u8>> for Double {
        fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
            (self.sign)(message)
        }
    }

    impl Verifier<Vec<u8>> for Double {
        fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), SignatureError> {
            (self.verify)(message, signature)
        }
    }

    impl JwtSigner for Double {
        fn algorithm(&self) -> Algorithm {
            self.algorithm
        }
    }

    impl JwtVerifier for Double {
        fn algorithm(&self) -> Algorithm {
            self.algorithm
        }
    }

    const TRIAL: &[u8] = b"a message to try the provider with";

    /// Whether the message is the one of the trial, or the part of it that is tried too.
    fn is_trial(message: &[u8]) -> bool {
        TRIAL.ends_with(message)
    }

    fn mac(message: &[u8]) -> [u8; MAC_LEN] {
        Hs256::new(b"Jefe").mac(message)
    }

    fn agree(a: &[u8], b: &[u8]) -> Result<(), SignatureError> {
        if a == b { Ok(()) } else { Err(SignatureError::new()) }
    }

    #[test]
    fn a_provider_is_tried_when_credentials_are_created() {
        assert!(signing(PROVIDER.signer_factory).is_ok());
        assert!(signing(|_, _| Ok(Box::new(RIGHT))).is_ok());
        let error = signing(|_, _| Err(ErrorKind::InvalidAlgorithm.into())).unwrap_err();
        assert!(error.to_string().starts_with("the crypto provider has no signer for HS256: "), "{error}");
        let error = signing(|_, _| Ok(Box::new(Hs256::new(b"another key")))).unwrap_err();
        assert_eq!(error.to_string(), "the crypto provider returned a wrong HS256 signature");
        let error = signing(|_, _| Ok(Box::new(Double { sign: |_| Ok(vec![0; 31]), ..RIGHT }))).unwrap_err();
        assert_eq!(error.to_string(), "the crypto provider returned a wrong HS256 signature");
        let error =
            signing(|_, _| Ok(Box::new(Double { algorithm: Algorithm::HS384, ..RIGHT }))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the crypto provider returned a signer for an algorithm other than HS256"
        );
        let error = signing(|_, _| Ok(Box::new(Double { sign: |_| Err(SignatureError::new()), ..RIGHT })))
            .unwrap_err();
        assert!(error.to_string().starts_with("the crypto provider failed to sign: "), "{error}");
    }

    #[test]
    fn a_verifier_is_tried_with_a_right_and_a_wrong_signature() {
        assert!(verifying(PROVIDER.verifier_factory).is_ok());
        assert!(verifying(|_, _| Ok(Box::new(RIGHT))).is_ok());
        let error = verifying(|_, _| Err(ErrorKind::InvalidAlgorithm.into())).unwrap_err();
        assert!(error.to_string().starts_with("the crypto provider has no verifier for HS256: "), "{error}");
        let error =
            verifying(|_, _| Ok(Box::new(Double { algorithm: Algorithm::HS512, ..RIGHT }))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the crypto provider returned a verifier for an algorithm other than HS256"
        );
        let error =
            verifying(|_, _| Ok(Box::new(Double { verify: |_, _| Err(SignatureError::new()), ..RIGHT })))
                .unwrap_err();
        assert_eq!(error.to_string(), "the crypto provider refused a correct HS256 signature");
        let careless: [VerifierFactory; 4] = [
            |_, _| Ok(Box::new(Double { verify: |_, _| Ok(()), ..RIGHT })),
            |_, _| Ok(Box::new(Double { verify: |message, s| agree(&s[..1], &mac(message)[..1]), ..RIGHT })),
            |_, _| {
                Ok(Box::new(Double { verify: |message, s| agree(&s[..31], &mac(message)[..31]), ..RIGHT }))
            },
            |_, _| Ok(Box::new(Double { verify: |_, s| agree(s, &mac(TRIAL)), ..RIGHT })),
        ];
        for factory in careless {
            let error = verifying(factory).unwrap_err();
            assert_eq!(error.to_string(), "the crypto provider accepted a wrong HS256 signature");
        }
    }

    #[test]
    fn the_built_in_hmac_signs_if_a_provider_fails_later() {
        const TRIAL_ONLY: Double = Double {
            sign: |message| {
                if is_trial(message) { (RIGHT.sign)(message) } else { Err(SignatureError::new()) }
            },
            ..RIGHT
        };
        let key = signing(|_, _| Ok(Box::new(TRIAL_ONLY))).unwrap();
        assert_eq!(key.mac(b"message"), Hs256::new(b"Jefe").mac(b"message"));
    }

    /// Accepts every signature, except for the trial message.
    struct Careless(Box<dyn JwtVerifier>);

    impl Verifier<Vec<u8>> for Careless {
        fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), SignatureError> {
            if is_trial(message) { self.0.verify(message, signature) } else { Ok(()) }
        }
    }

    impl JwtVerifier for Careless {
        fn algorithm(&self) -> Algorithm {
            Algorithm::HS256
        }
    }

    #[test]
    fn only_the_provider_of_the_credentials_verifies() {
        let key =
            verifying(|algorithm, key| Ok(Box::new(Careless((PROVIDER.verifier_factory)(algorithm, key)?))))
                .unwrap();
        assert_eq!(key.verifies(b"message", &[0; MAC_LEN]), Ok(true));
        assert_eq!(key.with_secret(b"another key").verifies(b"message", &[0; MAC_LEN]), Ok(true));
    }

    #[test]
    fn a_provider_is_tried_with_a_second_secret_too() {
        // Accepts everything with the second secret.
        let key = verifying(|algorithm, key| match key.try_get_as_bytes()? {
            b"Jefe" => (PROVIDER.verifier_factory)(algorithm, key),
            _ => Ok(Box::new(Double { verify: |_, _| Ok(()), ..RIGHT })),
        })
        .unwrap();
        let (second, failed) = (key.with_secret(b"another key"), ProviderError(Trouble::AcceptsWrong));
        assert_eq!(second.verifies(b"message", &[0; MAC_LEN]), Err(failed.clone()));
        assert_eq!(second.verifies(b"message", &second.mac(b"message")), Err(failed.clone()));
        assert_eq!(second.with_secret(b"Jefe").verifies(b"message", &mac(b"message")), Err(failed));
        assert_eq!(second.mac(b"message"), Hs256::new(b"another key").mac(b"message"));
        assert_eq!(key.verifies(b"message", &mac(b"message")), Ok(true));
    }

    #[test]
    fn a_wrong_signature_after_the_trial_is_not_noticed() {
        const WRONG: Double = Double {
            sign: |message| if is_trial(message) { (RIGHT.sign)(message) } else { Ok(vec![0; MAC_LEN]) },
            ..RIGHT
        };
        let key = signing(|_, _| Ok(Box::new(WRONG))).unwrap();
        // As the documentation of `with_provider` says.
        assert_eq!(key.mac(b"message"), [0; MAC_LEN]);
        assert_eq!(key.verifies(b"message", &[0; MAC_LEN]), Err(ProviderError(Trouble::RefusesRight)));
    }

    #[test]
    fn a_verifier_that_fails_later_is_an_error_of_the_provider() {
        const FAILS: Double = Double {
            verify: |message, signature| {
                if is_trial(message) {
                    (RIGHT.verify)(message, signature)
                } else {
                    Err(SignatureError::new())
                }
            },
            ..RIGHT
        };
        let key = verifying(|_, _| Ok(Box::new(FAILS))).unwrap();
        let right = Hs256::new(b"Jefe").mac(b"message");
        assert_eq!(key.verifies(b"message", &right), Err(ProviderError(Trouble::RefusesRight)));
        // A verifier that works does not accept this one either.
        assert_eq!(key.verifies(b"message", &[0; MAC_LEN]), Ok(false));
    }
}
