//! Access tokens: what a browser or a phone may do with Twilio's products.

mod builder;
mod claims;
mod findings;
mod grant_setters;
mod grant_state;
mod grants;
mod grants_error;
mod header;
mod identity;
pub(crate) mod inspect;
mod jti;
mod marks;
mod migrate;
mod minted_by;
mod outgoing_params;
mod state;
mod to_json;
mod verified;

#[doc(hidden)]
pub mod macro_support;
#[doc(hidden)]
pub mod words;

#[cfg(test)]
mod tests;

pub use self::builder::AccessToken;
pub use self::grant_state::{GrantState, Grants, HasGrant, NoVoice, UnprovenGrants, VoiceState, WithVoice};
pub use self::grants::chat::{ChatGrant, ReadChat};
pub use self::grants::playback::{PlaybackGrant, PlaybackGrantError, ReadPlayback};
pub use self::grants::sync::{ReadSync, SyncGrant};
pub use self::grants::task_router::{ReadTaskRouter, TaskRouterGrant};
pub use self::grants::video::{ReadVideo, VideoGrant};
pub use self::grants::voice::{ReadOutgoing, ReadVoice, VoiceGrant};
pub use self::grants::{Grant, ReadGrants};
pub use self::grants_error::GrantsError;
pub use self::identity::{Anonymous, HasIdentity, NoIdentity, Suits};
pub use self::migrate::MigrationError;
pub use self::outgoing_params::OutgoingParams;
pub use self::state::HasApiKey;
pub use self::to_json::ToJson;
pub use self::verified::VerifiedAccessToken;
