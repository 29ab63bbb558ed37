//! A crate or a macro of the user with the name `core` or `compile_error` lets no call with a mistake into a program.

extern crate self as core;
extern crate self as std;

#[macro_export]
macro_rules! compile_error {
    ($($t:tt)*) => {};
}

fn main() {
    let _ = twilio_capability::access_token! { identity "john"; video; ttl 25h };
}
