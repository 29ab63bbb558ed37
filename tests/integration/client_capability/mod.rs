//! Tests of client capability tokens.

mod builder;
mod encoding;
mod macro_equals_builder;
mod names;
mod params;
mod read;
mod roundtrip;
mod ruby;
mod wire;
