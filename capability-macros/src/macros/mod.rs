//! The macros as functions from tokens to tokens.
//!
//! All of them go through one [`pipeline`]: the input is parsed, checked and expanded by the tables of a family. This is a
//! separate folder because the fuzzer builds it as a library: only the compiler can link procedural macros.

pub(crate) mod families;
pub(crate) mod mistakes;
pub(crate) mod pipeline;
pub(crate) mod source_span;
pub(crate) mod suggest;
pub(crate) mod syntax;
pub(crate) mod values;

mod check;
mod editor;
mod expansion;
mod table;

#[cfg(test)]
mod tests;
