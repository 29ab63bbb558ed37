//! HS256 for `jsonwebtoken`, built on the `hmac` and `sha2` crates.

use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};
use jsonwebtoken::{Algorithm, AlgorithmFamily};

use super::hs256::{Hs256, same};
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

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, EncodingKey};

    use super::*;
    use crate::keys::hs256::MAC_LEN;

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
