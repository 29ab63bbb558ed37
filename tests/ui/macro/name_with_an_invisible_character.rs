//! An invisible character came along with a client name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john\u{200B}" };
}
