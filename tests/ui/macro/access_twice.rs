//! A part of an access token is given twice.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! {
        identity "john";
        video { room "daily"; room "weekly" };
        video;
        voice { incoming };
        voice { outgoing "AP11111111111111111111111111111111" };
        anonymous;
        ttl 300;
        ttl 5m
    };
}
