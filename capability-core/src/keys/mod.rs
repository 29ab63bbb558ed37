//! Credentials, and the keys in them.

mod account;
mod api_key;
mod env_error;
mod environment;
mod hs256;
mod no_credentials;
mod placeholder;
mod provider;
mod signing_key;
#[cfg(test)]
mod tests;
mod wiped_stack;

pub use self::account::AccountCredentials;
pub use self::api_key::ApiKeyCredentials;
pub use self::env_error::{EnvError, EnvErrorKind};
#[cfg(feature = "webhook")]
pub(crate) use self::environment::{EnvValue, Fault, process};
pub use self::hs256::PROVIDER;
pub(crate) use self::hs256::{HmacMidstate, MAC_LEN};
#[cfg(feature = "webhook")]
pub(crate) use self::hs256::{Hs256, same};
pub use self::no_credentials::NoCredentials;
pub use self::provider::ProviderError;
pub(crate) use self::signing_key::SigningKey;
#[cfg(feature = "webhook")]
pub(crate) use self::wiped_stack::on_wiped_stack;
