#![doc = include_str!("../README.md")]

pub mod access;
pub mod client;
pub mod crypto;
pub mod read;

mod base64url;
mod credentials;
mod env;
mod jws;
mod keyed;
mod names;
mod secret;
mod sid;
mod time;
mod times;
mod token;
mod ttl;

#[doc(hidden)]
pub mod operand;
#[doc(hidden)]
pub mod words;

pub use crate::access::{
    AccessToken, Anonymous, ApiKeyCredentials, ChatGrant, EndpointId, Identity, MigrationError, NoGrant,
    NoIdentity, OutgoingParams, PlaybackGrant, PlaybackGrantError, Region, RoomName, SyncGrant,
    TaskRouterGrant, ToJson, TokenId, VideoGrant, VoiceGrant, VoiceIdentity, With, WorkerRole,
};
pub use crate::client::{ClientCapability, EventStream, Outgoing, Prepared, Scope, Scopes, ScopesError};
pub use crate::credentials::{AccountCredentials, NoCredentials, ProviderError};
pub use crate::env::{EnvError, EnvErrorKind};
pub use crate::names::{ClientName, FilterName, ParamName};
pub use crate::read::{
    Inspection, VerifiedAccessToken, VerifiedCapability, Verifier, VerifyError, VerifyErrorKind, inspect,
    inspect_at,
};
pub use crate::secret::{ApiSecret, AuthToken};
pub use crate::sid::{
    AccountSid, ActivitySid, ApiKeySid, ApplicationSid, ChannelSid, CredentialSid, Kind, ReservationSid,
    RoleSid, RoomSid, ServiceSid, Sid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid, kind,
};
pub use crate::time::UnixTime;
pub use crate::token::Token;
pub use crate::ttl::Ttl;
pub use jsonwebtoken;
pub use twilio_capability_rules::lifetime::{LifetimeError, LifetimeErrorKind};
pub use twilio_capability_rules::region::{RegionError, RegionErrorKind};
pub use twilio_capability_rules::sid::{SidError, SidErrorKind, SidKind};
pub use twilio_capability_rules::string::{StringError, StringErrorKind, StringRule};
pub use twilio_capability_rules::time::{TimeError, TimeErrorKind};

/// Keeps the traits that say what a state or a kind is from being implemented elsewhere, which would make a
/// token possible that lacks something.
mod sealed {
    #[expect(unnameable_types, reason = "that is how the traits are sealed")]
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot implement this trait",
        label = "the library alone implements it, so that no token can lack what it promises"
    )]
    pub trait Sealed {}
}
