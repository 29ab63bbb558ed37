//! A name of several letters is in single quotes.
//! The first error is the compiler's.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming 'john' };
}
