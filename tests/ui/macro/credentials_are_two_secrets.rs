//! The account SID and the auth token are literals in parentheses.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; credentials ("AC00000000000000000000000000000000", "0123456789abcdef0123456789abcdef") };
}
