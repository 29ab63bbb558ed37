//! A capability is signed without credentials.
//! Write `.credentials(&account)` in front of `.sign()`, or `credentials &account;` in the call.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" }.sign();
}
