//! Tests of the library from outside, as one program: a folder for each family of tokens, one for declared parameters, one for
//! reading tokens of any family, and one for the facade. `support` has the accounts, keys and times that they share.

mod access;
mod call_params;
mod client_capability;
mod facade;
mod reading;
mod support;
mod task_router;
#[cfg(feature = "webhook")]
mod webhook;
