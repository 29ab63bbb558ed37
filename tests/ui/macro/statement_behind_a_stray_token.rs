//! A token that starts no statement stands in front of one.

use twilio_capability::capability;

fn main() {
    let _ = capability! { # incoming "john" };
}
