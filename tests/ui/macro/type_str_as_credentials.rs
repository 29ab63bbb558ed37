//! A `&str` is used instead of the credentials.
//! Make an `AccountCredentials` first.

use twilio_capability::capability;

fn call(account: &str) {
    let _ = capability! { credentials account; incoming "john" };
}

fn main() {}
