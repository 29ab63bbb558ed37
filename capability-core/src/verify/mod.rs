//! Checks tokens with a key. What a verifier gives back is true, or it is an error.

pub(crate) mod family;
pub(crate) mod verified;
pub(crate) mod verifier;
