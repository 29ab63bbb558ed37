//! Parameters follow a statement that takes none.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" { user_id = 42 } };
}
