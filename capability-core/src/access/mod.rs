//! Access tokens: what a browser or a phone may do with Twilio's products.

mod chat;
mod claims;
mod credentials;
mod grants;
mod header;
mod identity;
mod json;
mod labels;
mod migrate;
mod params;
mod playback;
mod state;
mod sync;
mod task_router;
mod token;
mod unique;
mod video;
mod voice;

#[doc(hidden)]
pub mod macro_support;
#[doc(hidden)]
pub mod words;

pub use self::chat::ChatGrant;
pub use self::credentials::ApiKeyCredentials;
pub use self::grants::{Given, Grant, GrantState, HasGrant, NoGrant, NotGiven, NotYet, Search, With};
pub use self::identity::{Anonymous, HasIdentity, NoIdentity, Suits};
pub use self::labels::{EndpointId, Identity, Region, RoomName, TokenId, VoiceIdentity, WorkerRole};
pub use self::migrate::MigrationError;
pub use self::params::{OutgoingParams, ToJson};
pub use self::playback::{PlaybackGrant, PlaybackGrantError};
pub use self::state::HasApiKey;
pub use self::sync::SyncGrant;
pub use self::task_router::TaskRouterGrant;
pub use self::token::AccessToken;
pub use self::video::VideoGrant;
pub use self::voice::VoiceGrant;
