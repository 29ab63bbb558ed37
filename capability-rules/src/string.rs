//! Strings that may contain certain characters and have a certain length: names, identities, secrets.
//!
//! A [`StringRule`] describes one kind of string, and its constants are all the kinds that there are. They differ in
//! data only: one function checks all of them, and all of them have the same error.

mod characters;
mod check;
mod error;
mod reserved;
mod rule;
mod table;
#[cfg(test)]
mod tests;

pub use self::error::{StringError, StringErrorKind};
pub use self::reserved::SIGNATURE_PARAM;
pub use self::rule::StringRule;
