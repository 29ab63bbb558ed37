//! Checks tokens with a key. What a verifier gives back is true, or it is an error.

mod family;
mod verified;
mod verifier;

pub use self::family::Family;
pub(crate) use self::family::{FamilyReader, Opened};
pub use self::verified::MatchedKey;
pub(crate) use self::verified::{Verification, verification_accessors};
pub use self::verifier::Verifier;
