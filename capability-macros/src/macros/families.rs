//! The language of each macro, in a file for each family of tokens.

pub(crate) mod access_token;
pub(crate) mod capability;
pub(crate) mod task_router_capability;

mod common;
mod policies;
