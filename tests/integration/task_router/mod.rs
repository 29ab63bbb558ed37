//! Tests of TaskRouter capability tokens.

mod builder;
mod macro_equals_builder;
mod read;
mod roundtrip;
mod wire;
