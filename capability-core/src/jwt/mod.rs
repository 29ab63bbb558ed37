//! What all tokens share: compact JWS, strict JSON, claims and their types. Nothing here knows a family.

pub(crate) mod base64url;
pub(crate) mod claim;
pub(crate) mod claims;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod error;
pub(crate) mod family_marks;
pub(crate) mod header;
pub(crate) mod json_read;
pub(crate) mod json_write;
pub(crate) mod time_settings;
pub(crate) mod token;
pub(crate) mod token_kind;
pub(crate) mod token_part;
pub(crate) mod twilio_code;
pub(crate) mod validity;

#[cfg(test)]
mod tests;
