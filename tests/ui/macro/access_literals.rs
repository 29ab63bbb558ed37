//! Literals in an access token break rules.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! {
        identity "john@example.com";
        voice {
            incoming;
            outgoing "AC11111111111111111111111111111111" { From = 1 };
            push_credential "CR1111111111111111111111111111111O"
        };
        video { room "" };
        chat { service "IS111" };
        task_router { workspace "WK11111111111111111111111111111111"; role 'w' };
        region "sydney";
        ttl 25h
    };
}
