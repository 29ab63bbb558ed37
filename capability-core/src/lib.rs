#![doc = include_str!("../README.md")]

pub mod access;
#[doc(hidden)]
pub mod call_params;
pub mod client_capability;
pub mod task_router;

mod error;
mod families;
mod inspect;
mod jwt;
mod keys;
mod sealed;
#[cfg(test)]
mod tests;
mod values;
mod verify;
#[cfg(feature = "webhook")]
pub mod webhook;

#[doc(hidden)]
pub mod macro_support;

pub mod read {
    //! Reading tokens: those of this library and those of Twilio's own.
    //!
    //! There are two ways to read a token. A [`Verifier`] has the key. It returns verified data or an error.
    //! [`inspect`] needs no key. It describes what a token claims, and why Twilio would refuse it.
    //!
    //! A verifier checks a token in four steps. It does a step only after all earlier steps have passed:
    //!
    //! 1. shape: size, three parts, canonical base64url;
    //! 2. header: HS256, the kind of token, and no extension that changes how the token is read;
    //! 3. signature: made with one of the keys, compared in constant time;
    //! 4. claims: strict JSON, every claim of the right type, issuer, times, scope or grants.
    //!
    //! Reading takes time and memory proportional to the size of the token.

    pub use crate::access::read_back::*;
    pub use crate::access::{ReadGrants, ReadOutgoing, VerifiedAccessToken};
    pub use crate::client_capability::{
        NotOursError, NotOursErrorKind, ReadScope, ReadScopes, ScopeError, ScopeErrorKind, VerifiedCapability,
    };
    pub use crate::families::{finding_rules, inspect, inspect_at};
    pub use crate::inspect::{Finding, FindingKind, FindingRule, Inspection, Library, Severity};
    pub use crate::jwt::{JsonObject, MAX_LEN, TokenKind, TokenPart, VerifyError, VerifyErrorKind};
    pub use crate::task_router::{ReadChannel, ReadPolicy, VerifiedChannel, VerifiedTaskRouterCapability};
    pub use crate::verify::{Family, MatchedKey, Verifier};
}

#[cfg(feature = "jsonwebtoken")]
pub mod crypto {
    //! HS256 for `jsonwebtoken`, built on the `hmac` and `sha2` crates.
    //!
    //! `jsonwebtoken`'s own `encode` and `decode` use one provider for the whole process. They panic if other parts of
    //! the program enable none or both of its back ends. This library never uses that provider, because each
    //! credentials value has its own.
    //!
    //! [`jsonwebtoken`] is re-exported here, so that a provider for
    //! [`AccountCredentials::with_provider`](crate::AccountCredentials::with_provider) is of the version that this library uses:
    //!
    //! ```
    //! # extern crate twilio_capability_core as twilio_capability;
    //! use twilio_capability::crypto::{PROVIDER, jsonwebtoken};
    //!
    //! let provider: &jsonwebtoken::crypto::CryptoProvider = &PROVIDER;
    //! ```

    pub use jsonwebtoken;

    pub use crate::keys::PROVIDER;
}

pub use crate::access::built::*;
pub use crate::access::{
    AccessToken, Anonymous, Grant, Grants, GrantsError, Json, MigrationError, NoIdentity, OutgoingParams,
    PlaybackGrantError, PreparedAccessToken, PreparedGrants, ToJson,
};
pub use crate::call_params::{
    CallParams, CallParamsError, CallParamsErrorKind, IntoParamError, IntoParams, ParamsWriter,
    ReceivedParams, ToParam,
};
pub use crate::client_capability::{
    ClientCapability, EventStream, Outgoing, Params, Scope, Scopes, ScopesError,
};
pub use crate::error::{Error, ErrorKind};
pub use crate::jwt::{Prepared, Token, TokenResponse};
#[cfg(feature = "jsonwebtoken")]
pub use crate::keys::ProviderError;
pub use crate::keys::{AccountCredentials, ApiKeyCredentials, EnvError, EnvErrorKind, NoCredentials};
pub use crate::read::{
    Inspection, VerifiedAccessToken, VerifiedCapability, VerifiedTaskRouterCapability, Verifier, VerifyError,
    VerifyErrorKind, inspect, inspect_at,
};
pub use crate::task_router::{Policy, PolicyFilter, PolicyMethod, TaskRouterCapability};
pub use crate::values::*;
pub use twilio_capability_rules::lifetime::{LifetimeError, LifetimeErrorKind};
pub use twilio_capability_rules::policy_url::{PolicyUrlError, PolicyUrlErrorKind};
pub use twilio_capability_rules::region::{RegionError, RegionErrorKind};
pub use twilio_capability_rules::sid::{SidError, SidErrorKind, SidKind};
pub use twilio_capability_rules::string::{StringError, StringErrorKind, StringRule};
pub use twilio_capability_rules::time::{TimeError, TimeErrorKind};
