//! A statement that takes no parameters has some.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" { user_id = 42 } };
}
