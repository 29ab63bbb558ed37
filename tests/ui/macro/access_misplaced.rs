//! Statements of `access_token!` are in the wrong place.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! {
        identity "john";
        video { ttl 300; room "daily" };
        room "daily";
        video "daily";
        chat ( service "IS11111111111111111111111111111111" );
        sync { service "IS11111111111111111111111111111111" } task_router {
            workspace "WS11111111111111111111111111111111";
            wroker "WK11111111111111111111111111111111"
        }
    };
}
