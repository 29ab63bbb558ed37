//! There is a token before a statement that does not start one.

use twilio_capability::capability;

fn main() {
    let _ = capability! { # incoming "john" };
}
