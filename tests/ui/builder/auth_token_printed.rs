//! A secret is printed.
//! Do not print it: it has no `Display` on purpose.

use twilio_capability::AuthToken;

fn show(token: &AuthToken) -> String {
    format!("{token}")
}

fn main() {}
