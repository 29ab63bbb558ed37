//! The credentials of an access token are in the source.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! {
        credentials "not_a_real_api_secret";
        identity "john";
        video;
        playback "{}"
    };
}
