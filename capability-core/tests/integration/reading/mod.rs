//! Reading tokens of any family.

mod memory;
