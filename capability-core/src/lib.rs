#![doc = include_str!("../README.md")]

pub mod access;
pub mod client_capability;

mod families;
mod inspect;
mod jwt;
mod keys;
mod sealed;
#[cfg(test)]
mod testing;
mod values;
mod verify;

#[doc(hidden)]
pub mod operand;
#[doc(hidden)]
pub mod words;

pub mod read {
    //! Reading tokens: those of this library and those of Twilio's own.
    //!
    //! Two ways in, which cannot be taken for one another. A [`Verifier`] has the key: what it gives back is true,
    //! or it is an error. [`inspect`] has none: it explains what a token claims, and what Twilio would have against
    //! it.
    //!
    //! A token passes four gates, and what comes after a gate is not looked at before it:
    //!
    //! 1. shape: size, three parts, base64url in its one canonical form;
    //! 2. header: HS256, the kind of token, and nothing that changes the meaning of the rest;
    //! 3. signature: by one of the keys, compared in constant time;
    //! 4. claims: strict JSON, every claim of the right type, issuer, times, scope or grants.
    //!
    //! Everything here takes time and memory linear in the size of the token.

    pub use crate::access::grants::ReadGrants;
    pub use crate::access::grants::chat::ReadChat;
    pub use crate::access::grants::playback::ReadPlayback;
    pub use crate::access::grants::sync::ReadSync;
    pub use crate::access::grants::task_router::ReadTaskRouter;
    pub use crate::access::grants::video::ReadVideo;
    pub use crate::access::grants::voice::{ReadOutgoing, ReadVoice};
    pub use crate::access::verified::VerifiedAccessToken;
    pub use crate::client_capability::not_ours::{NotOursError, NotOursErrorKind};
    pub use crate::client_capability::read_scopes::{ReadScope, ReadScopes};
    pub use crate::client_capability::scope_error::{ScopeError, ScopeErrorKind};
    pub use crate::client_capability::verified::VerifiedCapability;
    pub use crate::families::{inspect, inspect_at};
    pub use crate::inspect::finding::{Finding, FindingKind};
    pub use crate::inspect::inspection::Inspection;
    pub use crate::inspect::library::Library;
    pub use crate::jwt::decode::MAX_LEN;
    pub use crate::jwt::error::{VerifyError, VerifyErrorKind};
    pub use crate::jwt::token_kind::TokenKind;
    pub use crate::jwt::token_part::TokenPart;
    pub use crate::verify::family::Family;
    pub use crate::verify::verified::MatchedKey;
    pub use crate::verify::verifier::Verifier;
}

pub mod crypto {
    //! The crypto boundary: HS256 for `jsonwebtoken`, on the `hmac` and `sha2` crates.
    //!
    //! `jsonwebtoken`'s own `encode` and `decode` use one provider for the whole process, and panic when other parts
    //! of the program enable none or both of its back ends. Nothing here touches that provider: each credentials
    //! value carries its own.

    pub use crate::keys::hs256::PROVIDER;
}

pub use crate::access::{
    AccessToken, Anonymous, ChatGrant, Grant, Grants, GrantsError, MigrationError, NoIdentity,
    OutgoingParams, PlaybackGrant, PlaybackGrantError, SyncGrant, TaskRouterGrant, ToJson, VideoGrant,
    VoiceGrant,
};
pub use crate::client_capability::{
    ClientCapability, EventStream, Outgoing, Prepared, Scope, Scopes, ScopesError,
};
pub use crate::jwt::token::Token;
pub use crate::keys::account::AccountCredentials;
pub use crate::keys::api_key::ApiKeyCredentials;
pub use crate::keys::env::{EnvError, EnvErrorKind};
pub use crate::keys::no_credentials::NoCredentials;
pub use crate::keys::provider::ProviderError;
pub use crate::read::{
    Inspection, VerifiedAccessToken, VerifiedCapability, Verifier, VerifyError, VerifyErrorKind, inspect,
    inspect_at,
};
pub use crate::values::client_name::ClientName;
pub use crate::values::endpoint_id::EndpointId;
pub use crate::values::identity::{Identity, VoiceIdentity};
pub use crate::values::param_name::{FilterName, ParamName};
pub use crate::values::region::Region;
pub use crate::values::room_name::RoomName;
pub use crate::values::secret::{ApiSecret, AuthToken};
pub use crate::values::sid::{
    AccountSid, ActivitySid, ApiKeySid, ApplicationSid, ChannelSid, CredentialSid, Kind, ReservationSid,
    RoleSid, RoomSid, ServiceSid, Sid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid, kind,
};
pub use crate::values::token_id::TokenId;
pub use crate::values::ttl::Ttl;
pub use crate::values::unix_time::UnixTime;
pub use crate::values::worker_role::WorkerRole;
pub use jsonwebtoken;
pub use twilio_capability_rules::client_name::{ClientNameError, ClientNameErrorKind};
pub use twilio_capability_rules::label::{LabelError, LabelErrorKind, LabelKind};
pub use twilio_capability_rules::lifetime::{LifetimeError, LifetimeErrorKind};
pub use twilio_capability_rules::param_name::{ParamNameError, ParamNameErrorKind};
pub use twilio_capability_rules::region::{RegionError, RegionErrorKind};
pub use twilio_capability_rules::secret::{SecretError, SecretErrorKind};
pub use twilio_capability_rules::sid::{SidError, SidErrorKind, SidKind};
pub use twilio_capability_rules::time::{TimeError, TimeErrorKind};
