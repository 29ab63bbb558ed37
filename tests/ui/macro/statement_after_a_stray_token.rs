//! A token that cannot start a statement comes before one.

use twilio_capability::capability;

fn main() {
    let _ = capability! { # incoming "john" };
}
