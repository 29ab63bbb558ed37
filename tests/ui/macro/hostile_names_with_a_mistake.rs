//! Macros and modules at the call have the names that the errors use. This changes nothing.

#![allow(dead_code, unused_macros)]

mod core {}

mod std {}

macro_rules! compile_error {
    ($($t:tt)*) => {};
}

macro_rules! capability {
    ($($t:tt)*) => {};
}

fn main() {
    let _ = ::twilio_capability::capability! { incoming "john smith" };
}
