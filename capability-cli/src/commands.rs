//! A module for each command.

pub(crate) mod access;
pub(crate) mod capability;
pub(crate) mod completions;
pub(crate) mod inspect;
pub(crate) mod task_router;
pub(crate) mod verify;
pub(crate) mod verify_webhook;
