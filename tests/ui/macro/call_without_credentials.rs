//! A capability is signed without credentials.
//! Write `.credentials(&account)` before `.sign()`, or `credentials &account;` in the call.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john" }.sign();
}
