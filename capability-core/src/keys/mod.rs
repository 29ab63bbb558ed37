//! Credentials, and the keys in them.

mod account;
mod api_key;
#[cfg(feature = "jsonwebtoken")]
mod built_in_provider;
mod env_error;
mod environment;
mod hs256;
mod no_credentials;
#[cfg(not(feature = "jsonwebtoken"))]
mod no_provider;
mod placeholder;
#[cfg(feature = "jsonwebtoken")]
mod provider;
mod signing_key;
#[cfg(test)]
#[cfg(feature = "jsonwebtoken")]
mod tests;
mod wiped_stack;

pub use self::account::AccountCredentials;
pub use self::api_key::ApiKeyCredentials;
#[cfg(feature = "jsonwebtoken")]
pub use self::built_in_provider::PROVIDER;
pub use self::env_error::{EnvError, EnvErrorKind};
#[cfg(feature = "webhook")]
pub(crate) use self::environment::{EnvValue, Fault, process};
pub(crate) use self::hs256::{HmacMidstate, MAC_LEN};
#[cfg(feature = "webhook")]
pub(crate) use self::hs256::{Hs256, mac, same};
pub use self::no_credentials::NoCredentials;
#[cfg(not(feature = "jsonwebtoken"))]
use self::no_provider as provider;
#[cfg(feature = "jsonwebtoken")]
pub use self::provider::ProviderError;
pub(crate) use self::signing_key::SigningKey;
#[cfg(feature = "webhook")]
pub(crate) use self::wiped_stack::on_wiped_stack;
