//! Tests of the command `twilio-token`, as one program.

mod files;
mod inspect;
mod inspections;
mod minting;
mod secrets;
#[cfg(unix)]
mod sessions;
mod streams;
mod support;
mod webhooks;
