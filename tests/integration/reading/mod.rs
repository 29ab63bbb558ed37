//! Reading tokens of any family.

mod attacks;
mod inspect_cli;
