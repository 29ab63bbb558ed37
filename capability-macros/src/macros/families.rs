//! The languages of the macros, one file for each.

pub(crate) mod access_token;
pub(crate) mod capability;

mod common;
