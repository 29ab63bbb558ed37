//! Tests of reading tokens of any family.

mod attacks;
mod inspect_cli;
