//! Declared parameters, in edition 2021.

#[path = "../../integration/call_params/declared.rs"]
mod declared;
