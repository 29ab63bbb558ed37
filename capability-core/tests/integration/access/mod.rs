//! Access tokens.

mod allocations;
