//! A statement has no point in time.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; not_before; expires };
}
