//! An access token is signed that has nothing yet.

use twilio_capability::AccessToken;

fn main() {
    let _ = AccessToken::new().sign();
}
