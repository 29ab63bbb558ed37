//! Checks tokens with a key. A verifier returns verified data or an error.

mod family;
mod verified;
mod verifier;

pub use self::family::Family;
pub(crate) use self::family::{FamilyReader, Opened};
pub use self::verified::MatchedKey;
pub(crate) use self::verified::{Verification, verification_accessors};
pub use self::verifier::Verifier;
