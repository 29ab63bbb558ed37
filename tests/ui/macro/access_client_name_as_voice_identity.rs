//! A `ClientName` is used instead of a `VoiceIdentity`.

use twilio_capability::{ClientName, access_token};

fn token(client_name: ClientName) {
    let _ = access_token! { identity client_name; voice { incoming } };
}

fn main() {}
