#![doc = include_str!("../README.md")]

pub mod access;
pub mod client_capability;

mod error;
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
pub mod macro_support;

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

    pub use crate::access::{
        ReadChat, ReadGrants, ReadOutgoing, ReadPlayback, ReadSync, ReadTaskRouter, ReadVideo, ReadVoice,
        VerifiedAccessToken,
    };
    pub use crate::client_capability::{
        NotOursError, NotOursErrorKind, ReadScope, ReadScopes, ScopeError, ScopeErrorKind, VerifiedCapability,
    };
    pub use crate::families::{inspect, inspect_at};
    pub use crate::inspect::{Finding, FindingKind, Inspection, Library};
    pub use crate::jwt::{MAX_LEN, TokenKind, TokenPart, VerifyError, VerifyErrorKind};
    pub use crate::verify::{Family, MatchedKey, Verifier};
}

pub mod crypto {
    //! The crypto boundary: HS256 for `jsonwebtoken`, on the `hmac` and `sha2` crates.
    //!
    //! `jsonwebtoken`'s own `encode` and `decode` use one provider for the whole process, and panic when other parts
    //! of the program enable none or both of its back ends. Nothing here touches that provider: each credentials
    //! value carries its own.

    //!
    //! [`jsonwebtoken`] is re-exported here, so that a provider for
    //! [`AccountCredentials::with_provider`](crate::AccountCredentials::with_provider) is of the version that this library uses:
    //!
    //! ```
    //! use twilio_capability_core::crypto::{PROVIDER, jsonwebtoken};
    //!
    //! let provider: &jsonwebtoken::crypto::CryptoProvider = &PROVIDER;
    //! ```

    pub use jsonwebtoken;

    pub use crate::keys::PROVIDER;
}

pub use crate::access::{
    AccessToken, Anonymous, ChatGrant, Grant, Grants, GrantsError, MigrationError, NoIdentity,
    OutgoingParams, PlaybackGrant, PlaybackGrantError, SyncGrant, TaskRouterGrant, ToJson, VideoGrant,
    VoiceGrant,
};
pub use crate::client_capability::{
    ClientCapability, EventStream, Outgoing, Params, Prepared, Scope, Scopes, ScopesError,
};
pub use crate::error::{Error, ErrorKind};
pub use crate::jwt::{Token, TokenResponse};
pub use crate::keys::{
    AccountCredentials, ApiKeyCredentials, EnvError, EnvErrorKind, NoCredentials, ProviderError,
};
pub use crate::read::{
    Inspection, VerifiedAccessToken, VerifiedCapability, Verifier, VerifyError, VerifyErrorKind, inspect,
    inspect_at,
};
pub use crate::values::*;
pub use twilio_capability_rules::lifetime::{LifetimeError, LifetimeErrorKind};
pub use twilio_capability_rules::region::{RegionError, RegionErrorKind};
pub use twilio_capability_rules::sid::{SidError, SidErrorKind, SidKind};
pub use twilio_capability_rules::string::{StringError, StringErrorKind, StringRule};
pub use twilio_capability_rules::time::{TimeError, TimeErrorKind};
