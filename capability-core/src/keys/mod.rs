//! Who signs: credentials, and the keys in them.

pub(crate) mod account;
pub(crate) mod api_key;
pub(crate) mod env;
pub(crate) mod hs256;
pub(crate) mod no_credentials;
pub(crate) mod provider;
pub(crate) mod signing_key;
#[cfg(test)]
mod wycheproof;
