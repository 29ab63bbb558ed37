//! Expressions whose type the macros name, in edition 2021.

#[path = "../../integration/facade/inference.rs"]
mod inference;
