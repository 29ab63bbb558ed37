//! Tests of access tokens.

mod builder;
mod grants;
mod macro_equals_builder;
mod migrate;
mod read;
mod wire;
