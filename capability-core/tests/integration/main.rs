//! Tests of the public interface, as one program. Allocations are counted for each thread, so tests can run in
//! parallel.

mod access;
mod client_capability;
mod reading;
mod task_router;
#[cfg(feature = "webhook")]
mod webhook;
