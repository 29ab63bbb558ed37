//! The macros as functions from tokens to tokens.
//!
//! All of them go through one [`pipeline`]: the input is parsed, checked and expanded by the tables of a family. This is a
//! separate folder because the fuzzer builds it as a library: only the compiler can link procedural macros.

pub(crate) mod families;
pub(crate) mod pipeline;

mod check;
mod editor;
mod expansion;
mod mistakes;
mod source_span;
mod suggest;
mod syntax;
mod table;
mod values;

#[cfg(test)]
mod tests;
