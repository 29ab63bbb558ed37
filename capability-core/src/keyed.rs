//! What all credentials are made of: whose tokens they sign, and the key.

use jsonwebtoken::crypto::CryptoProvider;

use crate::AccountSid;
use crate::crypto::{ProviderError, SigningKey};

/// An account and a key. `I` is what else names the key: nothing for an auth token, the SID of an API key.
pub(crate) struct Keyed<I = ()> {
    pub(crate) account: AccountSid,
    pub(crate) id: I,
    pub(crate) key: SigningKey,
}

impl<I> Keyed<I> {
    pub(crate) fn new(account: AccountSid, id: I, secret: &[u8]) -> Self {
        Self { account, id, key: SigningKey::new(secret) }
    }

    pub(crate) fn with_provider(
        account: AccountSid,
        id: I,
        secret: &[u8],
        provider: &CryptoProvider,
    ) -> Result<Self, ProviderError> {
        Ok(Self { account, id, key: SigningKey::with_provider(secret, provider)? })
    }
}
