//! A string is used as an identity.

use twilio_capability::AccessToken;

fn main() {
    let _ = AccessToken::new().identity("john");
}
