//! What `provider.rs` is without the feature `jsonwebtoken`: no key has a provider. None of these values can be made, so the
//! compiler leaves out what would use them.

use std::convert::Infallible;

use super::hs256::MAC_LEN;

pub(super) struct ProvidedKey(Infallible);

impl ProvidedKey {
    pub(super) fn with_secret(&self, _: &[u8], _: (&[u8], &[u8; MAC_LEN])) -> Result<Self, ProviderError> {
        match self.0 {}
    }

    pub(super) fn mac(&self, _: &[u8]) -> Result<[u8; MAC_LEN], ProviderError> {
        match self.0 {}
    }

    pub(super) fn verifies(&self, _: &[u8], _: &[u8; MAC_LEN]) -> Result<bool, ProviderError> {
        match self.0 {}
    }
}

#[derive(Clone, Debug)]
pub(crate) struct ProviderError(Infallible);
