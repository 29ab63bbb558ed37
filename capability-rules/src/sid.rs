//! SIDs: two letters that say what kind of thing a SID names, and 32 hexadecimal digits in either case.
//!
//! Source: the `pattern`s in Twilio's OpenAPI description, for example `^AP[0-9a-fA-F]{32}$`.

mod check;
mod error;
mod form;
mod help;
mod kind;
#[cfg(test)]
mod tests;

pub use self::error::{SidError, SidErrorKind};
pub use self::form::LEN;
pub(crate) use self::form::has_form;
pub use self::kind::SidKind;
