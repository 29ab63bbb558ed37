//! HS256 for `jsonwebtoken`, built on the `hmac` and `sha2` crates.
//!
//! `jsonwebtoken`'s own `encode` and `decode` use one provider for the whole process. They panic if other parts of the
//! program enable none or both of its back ends. This library never uses that provider, because each credentials value
//! has its own.

use hmac::digest::{CtOutput, FixedOutputReset};
use hmac::{HmacReset, KeyInit, Mac};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};
use jsonwebtoken::{Algorithm, AlgorithmFamily};
use sha2::Sha256;

use super::wiped_stack::on_wiped_stack;

/// Crypto provider of `jsonwebtoken` for HS256. It refuses every other algorithm.
///
/// Credentials use the same HMAC by default. The rest of a program can use this provider too.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::crypto::PROVIDER;
/// use twilio_capability::crypto::jsonwebtoken::{Algorithm, EncodingKey};
///
/// let key = EncodingKey::from_secret(b"not_a_real_auth_token");
/// let signer = (PROVIDER.signer_factory)(&Algorithm::HS256, &key)?;
/// assert_eq!(signer.sign(b"message").len(), 32);
/// assert!((PROVIDER.signer_factory)(&Algorithm::HS512, &key).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key| {
        refuse_all_but_hs256(*algorithm, key.family())?;
        Ok(on_wiped_stack(|| Box::new(Hs256::new(key.as_bytes()))))
    },
    verifier_factory: |algorithm, key| {
        refuse_all_but_hs256(*algorithm, key.family())?;
        let key = key.try_get_as_bytes()?;
        Ok(on_wiped_stack(|| Box::new(Hs256::new(key))))
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

/// HMAC-SHA256 that has already hashed its key, which saves two SHA-256 blocks for each message.
///
/// The keyed state is wiped when it is dropped (feature `zeroize` of `hmac` and `sha2`).
#[derive(Clone)]
pub(crate) struct Hs256(HmacReset<Sha256>);

impl Hs256 {
    #[expect(clippy::expect_used, reason = "RFC 2104 allows keys of any length")]
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(HmacReset::new_from_slice(key).expect("HMAC accepts keys of any length"))
    }

    /// Hashes the whole blocks of `start`, for messages that start with it.
    pub(super) fn midstate(&self, start: &[u8]) -> HmacMidstate {
        let (blocks, _) = start.as_chunks::<BLOCK_LEN>();
        let blocks = blocks.as_flattened();
        HmacMidstate { hmac: Self(self.0.clone().chain_update(blocks)), hashed: blocks.len() }
    }

    /// The signature of `message`.
    ///
    /// With optimization and SHA instructions, this leaves no copy of the state on the stack. Without optimization, each move
    /// leaves one. SHA-256 in software leaves parts of it, which is not wiped, because that would make each signature slower.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        if cfg!(debug_assertions) { on_wiped_stack(|| self.compute(message)) } else { self.compute(message) }
    }

    /// It resets a clone that is then dropped, because the crate's other functions move the state again, which is
    /// slower.
    fn compute(&self, message: &[u8]) -> [u8; MAC_LEN] {
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
        let given = signature.as_slice().try_into().map_err(|_| SignatureError::new())?;
        if same(&self.mac(message), given) { Ok(()) } else { Err(SignatureError::new()) }
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

/// Compares two signatures in constant time, so that the duration does not show how many bytes of a forged signature are
/// right. All comparisons of signatures in this crate use this function.
pub(crate) fn same(computed: &[u8; MAC_LEN], given: &[u8; MAC_LEN]) -> bool {
    CtOutput::<HmacReset<Sha256>>::new((*computed).into()) == CtOutput::new((*given).into())
}

/// The block size of SHA-256. A state with a partial block makes hashing the next bytes slower.
const BLOCK_LEN: usize = 64;

/// The state of an HMAC that has hashed the first blocks of a message.
pub(crate) struct HmacMidstate {
    hmac: Hs256,
    hashed: usize,
}

impl HmacMidstate {
    /// The number of bytes that were hashed.
    pub(super) fn hashed(&self) -> usize {
        self.hashed
    }

    /// The signature of a message that starts with the hashed blocks.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        self.hmac.mac(message.get(self.hashed..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, EncodingKey};

    use super::*;

    /// RFC 4231, test case 2.
    const MAC_OF_RFC_4231: [u8; MAC_LEN] = [
        0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7, 0x5a,
        0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
    ];
    const MESSAGE: &[u8] = b"what do ya want for nothing?";

    #[test]
    fn signatures_match_rfc_4231() {
        let hs256 = Hs256::new(b"Jefe");
        assert_eq!(hs256.mac(MESSAGE), MAC_OF_RFC_4231);
        assert!(hs256.verify(MESSAGE, &MAC_OF_RFC_4231.to_vec()).is_ok());
        assert!(hs256.verify(b"another message", &MAC_OF_RFC_4231.to_vec()).is_err());
        assert!(hs256.verify(MESSAGE, &MAC_OF_RFC_4231[..31].to_vec()).is_err());
        assert!(hs256.verify(MESSAGE, &Vec::new()).is_err());
    }

    #[test]
    fn the_provider_refuses_algorithms_other_than_hs256() {
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
}
