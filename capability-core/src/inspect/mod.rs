//! Explains tokens without a key. What is explained is not to be believed: for that there is the verifier.

mod duration;
pub(crate) mod family_facts;
pub(crate) mod finding;
pub(crate) mod inspection;
pub(crate) mod inspector;
pub(crate) mod library;
