//! A statement is misspelled.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incomming "john" };
}
