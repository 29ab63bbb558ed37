//! Core from outside, as one program. Allocations are counted on the calling thread alone, so that tests can run at once.

mod access;
mod client_capability;
