//! The client name comes before the application.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing as "john" "AP11111111111111111111111111111111" };
}
