#![doc = include_str!("../README.md")]

pub use twilio_capability_core::*;

