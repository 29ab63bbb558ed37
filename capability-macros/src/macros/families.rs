//! The languages of the macros, one file for each.

mod access_token;
mod capability;
mod common;

pub(crate) use self::access_token::ACCESS_TOKEN;
pub(crate) use self::capability::CAPABILITY;
