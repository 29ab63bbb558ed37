//! Reading tokens: those of this library and those of Twilio's own.
//!
//! Two ways in, which cannot be taken for one another. A [`Verifier`] has the key: what it gives back is true,
//! or it is an error. [`inspect`] has none: it explains what a token claims, and what Twilio would have against
//! it.
//!
//! A token passes four gates, and what comes behind a gate is not looked at before it:
//!
//! 1. shape: size, three parts, base64url in its one canonical form;
//! 2. header: HS256, the kind of token, and nothing that changes the meaning of the rest;
//! 3. signature: by one of the keys, compared in constant time;
//! 4. claims: strict JSON, every claim of the right type, issuer, times, scope or grants.
//!
//! Everything here takes time and memory linear in the size of the token.

mod claims;
mod compact;
mod cut;
mod error;
mod finding;
mod grant_findings;
mod grants;
mod header;
mod inspect;
mod inspection;
mod json;
mod library;
mod percent;
mod scope;
mod scope_error;
mod scope_parser;
mod to_scopes;
mod verified;
mod verifier;
mod words;

#[cfg(test)]
mod tests;

pub use self::compact::MAX_LEN;
pub use self::error::{TokenPart, VerifyError, VerifyErrorKind};
pub use self::finding::{Finding, FindingKind};
pub use self::grants::{
    ReadChat, ReadGrants, ReadOutgoing, ReadPlayback, ReadSync, ReadTaskRouter, ReadVideo, ReadVoice,
};
pub use self::inspect::{inspect, inspect_at};
pub use self::inspection::{Inspection, TokenKind};
pub use self::library::Library;
pub use self::scope::{ReadScope, ReadScopes};
pub use self::scope_error::{ScopeError, ScopeErrorKind};
pub use self::to_scopes::{NotOursError, NotOursErrorKind};
pub use self::verified::{MatchedKey, VerifiedAccessToken, VerifiedCapability};
pub use self::verifier::{Issuer, Verifier};
