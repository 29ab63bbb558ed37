//! Access tokens: what a browser or a phone can do with Twilio's products.

mod builder;
mod claims;
mod findings;
mod grant_setters;
mod grant_state;
mod grants;
mod header;
pub(crate) mod inspect;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod javascript_random;
mod json;
mod jti;
mod migrate;
mod migrate_task_router;
mod minted_by;
mod outgoing_params;
mod prepared;
mod prepared_grants;
mod state;
mod to_json;
mod verified;

#[doc(hidden)]
pub mod editor_words;
#[doc(hidden)]
pub mod macro_support;

#[cfg(test)]
mod tests;

pub use self::builder::AccessToken;
pub use self::grant_state::{
    GrantState, Grants, GrantsError, HasGrant, NoVoice, UnprovenGrants, VoiceState, WithVoice,
};
pub use self::grants::built::*;
pub use self::grants::read_back::*;
pub use self::grants::{Grant, PlaybackGrantError, ReadGrants, ReadOutgoing};
pub(crate) use self::grants::{built, read_back};
pub use self::json::Json;
pub use self::migrate::MigrationError;
pub use self::outgoing_params::OutgoingParams;
pub use self::prepared::PreparedAccessToken;
pub use self::prepared_grants::PreparedGrants;
pub use self::state::{Anonymous, HasApiKey, HasIdentity, NoIdentity, Suits};
pub use self::to_json::ToJson;
pub use self::verified::VerifiedAccessToken;
