//! Access tokens: what a browser or a phone may do with Twilio's products.

pub(crate) mod builder;
mod claims;
mod grant_setters;
pub(crate) mod grant_state;
pub(crate) mod grants;
pub(crate) mod grants_error;
mod header;
pub(crate) mod identity;
pub(crate) mod inspect;
mod jti;
mod marks;
pub(crate) mod migrate;
mod minted_by;
pub(crate) mod outgoing_params;
mod state;
pub(crate) mod to_json;
pub(crate) mod verified;

#[cfg(test)]
mod tests;

pub use self::builder::AccessToken;
pub use self::grant_state::{GrantState, Grants, HasGrant, NoVoice, UnprovenGrants, VoiceState, WithVoice};
pub use self::grants::Grant;
pub use self::grants::chat::ChatGrant;
pub use self::grants::playback::{PlaybackGrant, PlaybackGrantError};
pub use self::grants::sync::SyncGrant;
pub use self::grants::task_router::TaskRouterGrant;
pub use self::grants::video::VideoGrant;
pub use self::grants::voice::VoiceGrant;
pub use self::grants_error::GrantsError;
pub use self::identity::{Anonymous, HasIdentity, NoIdentity, Suits};
pub use self::migrate::MigrationError;
pub use self::outgoing_params::OutgoingParams;
pub use self::state::HasApiKey;
pub use self::to_json::ToJson;
