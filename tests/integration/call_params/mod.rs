//! Tests of parameters that are declared once.

#[cfg(feature = "macros")]
mod declared;
#[cfg(feature = "macros")]
mod roundtrip;
#[cfg(feature = "macros")]
mod spread;
