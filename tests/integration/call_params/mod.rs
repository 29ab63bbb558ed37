//! Tests of parameters that are declared once.

#[cfg(feature = "macros")]
mod declared;
#[cfg(feature = "macros")]
mod optional;
#[cfg(all(feature = "macros", feature = "webhook"))]
mod roundtrip;
#[cfg(all(feature = "macros", feature = "webhook"))]
mod signed;
#[cfg(feature = "macros")]
mod spread;
#[cfg(all(feature = "macros", feature = "webhook"))]
mod voice_call;
