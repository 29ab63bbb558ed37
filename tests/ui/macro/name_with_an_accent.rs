//! A client name contains a letter that is not one of A-Z and a-z.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "zoë" };
}
