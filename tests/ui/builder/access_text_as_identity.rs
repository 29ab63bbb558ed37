//! A text is given as an identity.

use twilio_capability::AccessToken;

fn main() {
    let _ = AccessToken::new().identity("john");
}
