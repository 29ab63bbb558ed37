//! Access tokens.

mod allocations;
mod prepared;
