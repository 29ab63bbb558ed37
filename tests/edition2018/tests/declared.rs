//! Declared parameters, in edition 2018.

#[path = "../../integration/call_params/declared.rs"]
mod declared;
