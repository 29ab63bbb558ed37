//! An access token is signed without anything: credentials, an identity or a grant.

use twilio_capability::AccessToken;

fn main() {
    let _ = AccessToken::new().sign();
}
