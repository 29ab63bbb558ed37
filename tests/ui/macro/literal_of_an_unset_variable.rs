//! An environment variable is not set when the program is compiled.
//! Set the variable for the compiler, or read it at run time with `std::env::var`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing env!("TWILIO_APP_THAT_IS_NOT_SET") };
}
