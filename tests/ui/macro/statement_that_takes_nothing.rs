//! A value follows a statement that takes none.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events "call.completed" };
}
