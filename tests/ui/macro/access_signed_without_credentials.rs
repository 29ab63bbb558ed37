//! An access token made with the macro is signed without an API key.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { identity "john"; voice { incoming } }.sign();
}
