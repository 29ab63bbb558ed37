//! The parts that all tokens share: compact JWS, strict JSON, claims and their types. Nothing here depends on a family.

mod base64url;
pub(crate) mod claim;
pub(crate) mod claims;
mod decode;
pub(crate) mod encode;
mod error;
mod error_kind;
mod family_marks;
pub(crate) mod header;
mod json_object;
pub(crate) mod json_read;
pub(crate) mod json_write;
mod prepared;
#[cfg(test)]
mod tests;
mod time_settings;
mod token;
mod token_kind;
mod token_part;
mod token_response;
pub(crate) mod twilio_code;
mod validity;

pub(crate) use self::base64url::BASE64URL;
pub(crate) use self::claim::{Claim, Dotted};
pub use self::decode::MAX_LEN;
pub(crate) use self::decode::TokenParts;
pub(crate) use self::encode::TokenPrefix;
pub use self::error::VerifyError;
pub use self::error_kind::VerifyErrorKind;
pub(crate) use self::family_marks::FamilyMarks;
pub use self::json_object::JsonObject;
pub(crate) use self::json_read::{Document, Members, Value};
pub(crate) use self::json_write::Object;
pub use self::prepared::Prepared;
pub(crate) use self::time_settings::{Lifetime, TimeSettings, time_setters};
pub use self::token::Token;
pub use self::token_kind::TokenKind;
pub use self::token_part::TokenPart;
pub use self::token_response::TokenResponse;
pub(crate) use self::validity::{Clock, Validity};
