//! Client capability tokens.

mod allocations;
mod prepared;
