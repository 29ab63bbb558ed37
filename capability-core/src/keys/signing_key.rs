use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

#[cfg(feature = "jsonwebtoken")]
use jsonwebtoken::crypto::CryptoProvider;

use super::hs256::{HmacMidstate, Hs256, MAC_LEN, same};
use super::provider::{ProvidedKey, ProviderError};
use super::wiped_stack::on_wiped_stack;

/// The key of one credentials value. The built-in HMAC or a crypto provider signs with it.
///
/// What can be absent is boxed. Otherwise its place would hold what was on the stack before, such as a copy of the state
/// of the HMAC, and moving the key would copy that to the heap, where nothing wipes it.
pub(crate) struct SigningKey {
    hmac: Hs256,
    /// The box is made with the key, so that no signature allocates it.
    prefix: Box<OnceLock<HashedPrefix>>,
    /// An error if the provider failed with this secret after it had worked with another one.
    provided: Option<Result<Box<ProvidedKey>, Box<ProviderError>>>,
}

/// The start of most tokens of a key, with its whole blocks already hashed, so that they are not hashed for each token.
struct HashedPrefix {
    text: Cow<'static, str>,
    midstate: HmacMidstate,
}

/// The signature of [`TRIAL`]. Nothing of the key is left on the stack, because the provider runs there next, and what it
/// allocates can contain what was there.
fn trial_mac(secret: &[u8]) -> [u8; MAC_LEN] {
    on_wiped_stack(|| Hs256::new(secret).mac(TRIAL))
}

/// What a provider has to sign and verify before it is used.
const TRIAL: &[u8] = b"a message to try the provider with";

impl SigningKey {
    pub(crate) fn new(secret: &[u8]) -> Self {
        // Made before the state of the HMAC is on the stack, because its place is copied too.
        let prefix = Box::new(OnceLock::new());
        Self { hmac: Hs256::new(secret), prefix, provided: None }
    }

    /// Creates a key for `provider`, after `provider` has signed and verified a trial message.
    #[cfg(feature = "jsonwebtoken")]
    pub(super) fn with_provider(secret: &[u8], provider: &CryptoProvider) -> Result<Self, ProviderError> {
        let key = ProvidedKey::new(provider, secret, (TRIAL, &trial_mac(secret)))?;
        Ok(Self { provided: Some(Ok(Box::new(key))), ..Self::new(secret) })
    }

    /// Creates a key for another secret, with the same provider. If the provider fails with this secret, the key verifies
    /// nothing.
    pub(super) fn with_secret(&self, secret: &[u8]) -> Self {
        let provided = match &self.provided {
            None => None,
            Some(Ok(provided)) => {
                let provided = provided.with_secret(secret, (TRIAL, &trial_mac(secret)));
                Some(provided.map(Box::new).map_err(Box::new))
            }
            Some(Err(error)) => Some(Err(error.clone())),
        };
        Self { provided, ..Self::new(secret) }
    }

    /// The start of most tokens of this key.
    ///
    /// A family passes it before it signs or verifies. The key keeps the first string that it gets.
    pub(crate) fn prefix(&self, text: impl FnOnce() -> Cow<'static, str>) -> &str {
        let prefix = self.prefix.get().unwrap_or_else(|| {
            on_wiped_stack(|| {
                self.prefix.get_or_init(|| {
                    let text = text();
                    HashedPrefix { midstate: self.hmac.midstate(text.as_bytes()), text }
                })
            })
        });
        &prefix.text
    }

    /// The signature of `message`.
    ///
    /// A provider that has signed the trial message should not fail later. If it returns an error, the built-in HMAC computes the
    /// signature instead. The bytes are the same, because HMAC has only one right result. A wrong signature of the right
    /// length is not noticed, because that would take a second HMAC for each token.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        if let Some(Ok(provided)) = &self.provided
            && let Ok(mac) = provided.mac(message)
        {
            return mac;
        }
        self.compute(message)
    }

    /// Whether `signature` is the signature of `message`, compared in constant time.
    ///
    /// If a provider fails, this is an error, and the built-in HMAC is not used instead. A user who sets a provider
    /// wants the provider to decide.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; MAC_LEN]) -> Result<bool, ProviderError> {
        match &self.provided {
            Some(Ok(provided)) => provided.verifies(message, signature),
            Some(Err(error)) => Err((**error).clone()),
            None => Ok(same(&self.compute(message), signature)),
        }
    }

    /// Hashes the start of a message that is signed many times. `None` if a provider signs, because a provider hashes
    /// only whole messages.
    pub(crate) fn midstate(&self, start: &[u8]) -> Option<Box<HmacMidstate>> {
        self.provided.is_none().then(|| on_wiped_stack(|| Box::new(self.hmac.midstate(start))))
    }

    /// The signature of `message`, computed by the built-in HMAC.
    fn compute(&self, message: &[u8]) -> [u8; MAC_LEN] {
        match self.prefix.get() {
            Some(prefix) if message.starts_with(prefix.hashed()) => prefix.midstate.mac(message),
            _ => self.hmac.mac(message),
        }
    }
}

impl HashedPrefix {
    /// The part of the string that was hashed.
    fn hashed(&self) -> &[u8] {
        self.text.as_bytes().get(..self.midstate.hashed()).unwrap_or_default()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "jsonwebtoken")]
    use crate::keys::built_in_provider::PROVIDER;

    #[test]
    fn a_changed_message_signature_or_key_does_not_verify() {
        for key in [
            SigningKey::new(b"Jefe"),
            #[cfg(feature = "jsonwebtoken")]
            SigningKey::with_provider(b"Jefe", &PROVIDER).unwrap(),
        ] {
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
    fn a_hashed_prefix_does_not_change_signatures() {
        let (key, plain) = (SigningKey::new(b"Jefe"), Hs256::new(b"Jefe"));
        let prefix = "one block of 64 bytes and a little more: the block is hashed for this string once";
        assert_eq!(key.prefix(|| prefix.into()), prefix);
        // The key keeps the first string.
        assert_eq!(key.prefix(|| "another".into()), prefix);
        for message in [prefix, &prefix[..64], &format!("{prefix}t"), &prefix[..63], &prefix[1..], ""] {
            let mac = plain.mac(message.as_bytes());
            assert_eq!(key.mac(message.as_bytes()), mac);
            assert!(key.verifies(message.as_bytes(), &mac).unwrap(), "{message}");
        }
    }
}
