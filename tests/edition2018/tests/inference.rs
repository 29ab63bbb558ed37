//! Expressions whose type the macros name, in edition 2018.

#[path = "../../integration/facade/inference.rs"]
mod inference;
