//! Local macros and modules with the names that the expansion uses change nothing.

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
