//! Expressions in an access token have the wrong type.

use twilio_capability::{AccountCredentials, Identity, access_token};

fn token(account: &AccountCredentials, identity: Identity, room: &str) {
    let _ = access_token! {
        credentials account;
        identity identity;
        voice { incoming };
        video { room room }
    };
}

fn main() {}
