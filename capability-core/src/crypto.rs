//! The crypto boundary: HS256 for `jsonwebtoken`, on the `hmac` and `sha2` crates.
//!
//! `jsonwebtoken`'s own `encode` and `decode` use one provider for the whole process, and panic when other parts
//! of the program enable none or both of its back ends. Nothing here touches that provider: each credentials
//! value carries its own.

use std::fmt;

use hmac::digest::FixedOutputReset;
use hmac::{HmacReset, KeyInit, Mac};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};
use jsonwebtoken::{Algorithm, AlgorithmFamily, EncodingKey};
use sha2::Sha256;

use crate::jws::Start;

mod verify;
#[cfg(test)]
mod wycheproof;

/// HS256 as a provider of `jsonwebtoken`; it refuses every other algorithm.
///
/// This is what credentials use by default, in a form that also serves elsewhere in the program.
///
/// ```
/// use jsonwebtoken::{Algorithm, EncodingKey};
/// use twilio_capability_core::crypto::PROVIDER;
///
/// let key = EncodingKey::from_secret(b"not_a_real_auth_token");
/// let signer = (PROVIDER.signer_factory)(&Algorithm::HS256, &key)?;
/// assert_eq!(signer.sign(b"message").len(), 32);
/// assert!((PROVIDER.signer_factory)(&Algorithm::HS512, &key).is_err());
/// # Ok::<(), jsonwebtoken::errors::Error>(())
/// ```
pub static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key| {
        refuse_all_but_hs256(*algorithm, key.family())?;
        Ok(Box::new(Hs256::new(key.as_bytes())))
    },
    verifier_factory: |algorithm, key| {
        refuse_all_but_hs256(*algorithm, key.family())?;
        Ok(Box::new(Hs256::new(key.try_get_as_bytes()?)))
    },
    key_utils: KeyUtils::new_unimplemented(),
};

fn refuse_all_but_hs256(algorithm: Algorithm, family: AlgorithmFamily) -> Result<()> {
    if algorithm != Algorithm::HS256 {
        return Err(ErrorKind::InvalidAlgorithm.into());
    }
    if family != AlgorithmFamily::Hmac {
        return Err(ErrorKind::InvalidKeyFormat.into());
    }
    Ok(())
}

/// The length of an HS256 signature in bytes.
pub(crate) const MAC_LEN: usize = 32;

/// HMAC-SHA256 with its key already taken in: two of the SHA-256 blocks that each message would cost. The
/// keyed state is wiped when it is dropped (feature `zeroize` of `hmac` and `sha2`).
#[derive(Clone)]
pub(crate) struct Hs256(HmacReset<Sha256>);

impl Hs256 {
    #[expect(clippy::expect_used, reason = "RFC 2104: a key of any length is one")]
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(HmacReset::new_from_slice(key).expect("HMAC takes keys of any length"))
    }

    /// With `blocks` of a message taken in as well.
    fn after(&self, blocks: &[u8]) -> Self {
        Self(self.0.clone().chain_update(blocks))
    }

    /// Resets a clone to nobody's use: the crate's other ways to finish move the state once more, and that takes
    /// longer.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        let mut hmac = self.0.clone();
        hmac.update(message);
        let mut mac = [0; MAC_LEN];
        hmac.finalize_into_reset((&mut mac).into());
        mac
    }
}

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, SignatureError> {
        Ok(self.mac(message).to_vec())
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), SignatureError> {
        // Compares in constant time.
        self.0.clone().chain_update(message).verify_slice(signature).map_err(|_| SignatureError::new())
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

/// The bytes that SHA-256 takes in at a time. A state that holds a part of a block makes what follows costlier.
const BLOCK_LEN: usize = 64;

/// The key of one credentials value, and who computes with it.
pub(crate) struct SigningKey {
    hs256: Hs256,
    /// Has taken in [`Start::FIRST_BLOCK`].
    begun: Hs256,
    provided: Option<Provided>,
}

/// A provider makes a signer each time: its signers are neither `Send` nor `Sync`, so none can be kept.
struct Provided {
    provider: CryptoProvider,
    key: EncodingKey,
}

impl SigningKey {
    pub(crate) fn new(secret: &[u8]) -> Self {
        let hs256 = Hs256::new(secret);
        let begun = hs256.after(Start::FIRST_BLOCK.as_bytes());
        Self { hs256, begun, provided: None }
    }

    /// A key that `provider` computes with, after it has shown that it can.
    pub(crate) fn with_provider(
        secret: &[u8],
        provider: &CryptoProvider,
    ) -> std::result::Result<Self, ProviderError> {
        let key = Self::new(secret);
        let other = Provided { provider: provider.clone(), key: EncodingKey::from_secret(secret) };
        let trial = b"a message to try the provider with";
        if other.mac(trial)? != key.hs256.mac(trial) {
            return Err(ProviderError(Trouble::WrongSignature));
        }
        Ok(Self { provided: Some(other), ..key })
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
        self.computed(message)
    }

    /// The signature of `message`, computed here and not by a provider.
    fn computed(&self, message: &[u8]) -> [u8; MAC_LEN] {
        match message.strip_prefix(Start::FIRST_BLOCK.as_bytes()) {
            Some(rest) => self.begun.mac(rest),
            None => self.hs256.mac(message),
        }
    }

    /// Takes in ahead what it can of a message that begins with `start`. Nothing can be taken in for a provider.
    pub(crate) fn ahead(&self, start: &[u8]) -> Option<Ahead> {
        if self.provided.is_some() {
            return None;
        }
        let (blocks, _) = start.as_chunks::<BLOCK_LEN>();
        let blocks = blocks.as_flattened();
        Some(Ahead { hs256: self.hs256.after(blocks), taken: blocks.len() })
    }
}

/// HMAC that has taken in the first blocks of a message.
pub(crate) struct Ahead {
    hs256: Hs256,
    taken: usize,
}

impl Ahead {
    /// The signature of a message that begins with those blocks.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        self.hs256.mac(message.get(self.taken..).unwrap_or_default())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Provided {
    fn mac(&self, message: &[u8]) -> std::result::Result<[u8; MAC_LEN], ProviderError> {
        let signer = (self.provider.signer_factory)(&Algorithm::HS256, &self.key)
            .map_err(|error| ProviderError(Trouble::Factory(error.to_string())))?;
        if signer.algorithm() != Algorithm::HS256 {
            return Err(ProviderError(Trouble::WrongAlgorithm));
        }
        let mac =
            signer.try_sign(message).map_err(|error| ProviderError(Trouble::Signer(error.to_string())))?;
        mac.try_into().map_err(|_| ProviderError(Trouble::WrongSignature))
    }
}

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
    use jsonwebtoken::DecodingKey;

    use super::*;

    /// RFC 4231, test case 2.
    const MAC_OF_RFC_4231: [u8; MAC_LEN] = [
        0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7, 0x5a,
        0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
    ];
    const MESSAGE: &[u8] = b"what do ya want for nothing?";

    #[test]
    fn signs_and_verifies_as_rfc_4231_says() {
        let hs256 = Hs256::new(b"Jefe");
        assert_eq!(hs256.mac(MESSAGE), MAC_OF_RFC_4231);
        assert!(hs256.verify(MESSAGE, &MAC_OF_RFC_4231.to_vec()).is_ok());
        assert!(hs256.verify(b"another message", &MAC_OF_RFC_4231.to_vec()).is_err());
        assert!(hs256.verify(MESSAGE, &MAC_OF_RFC_4231[..31].to_vec()).is_err());
        assert!(hs256.verify(MESSAGE, &Vec::new()).is_err());
    }

    #[test]
    fn the_provider_does_hs256_and_nothing_else() {
        let signer =
            (PROVIDER.signer_factory)(&Algorithm::HS256, &EncodingKey::from_secret(b"Jefe")).unwrap();
        assert_eq!(signer.sign(MESSAGE), MAC_OF_RFC_4231);
        assert_eq!(signer.algorithm(), Algorithm::HS256);
        let verifier =
            (PROVIDER.verifier_factory)(&Algorithm::HS256, &DecodingKey::from_secret(b"Jefe")).unwrap();
        assert!(verifier.verify(MESSAGE, &MAC_OF_RFC_4231.to_vec()).is_ok());
        assert_eq!(verifier.algorithm(), Algorithm::HS256);
        for algorithm in [Algorithm::HS384, Algorithm::HS512, Algorithm::RS256] {
            assert!((PROVIDER.signer_factory)(&algorithm, &EncodingKey::from_secret(b"Jefe")).is_err());
            assert!((PROVIDER.verifier_factory)(&algorithm, &DecodingKey::from_secret(b"Jefe")).is_err());
        }
        assert!((PROVIDER.signer_factory)(&Algorithm::HS256, &EncodingKey::from_rsa_der(b"Jefe")).is_err());
    }

    #[test]
    fn a_provider_must_pass_its_trial() {
        fn provider(
            signer_factory: fn(&Algorithm, &EncodingKey) -> Result<Box<dyn JwtSigner>>,
        ) -> std::result::Result<SigningKey, ProviderError> {
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
        fn try_sign(&self, _: &[u8]) -> std::result::Result<Vec<u8>, SignatureError> {
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
            fn try_sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, SignatureError> {
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
        assert_eq!(key.mac(MESSAGE), MAC_OF_RFC_4231);
    }
}
