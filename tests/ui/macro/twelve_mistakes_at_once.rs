//! All mistakes of a call are reported in one build, in the order of the source, without further errors.

use twilio_capability::{AccountCredentials, Token, capability};

fn token(account: &AccountCredentials) -> Token {
    capability! {
        incomming "john";
        outgoing "APO1111111111111111111111111111111" as "john smith" {
            From = "jane",
            plan: "free",
            user_id = 1,
            user_id = 2,
            "user-id"
        };
        ttl 300000;
        not_before 1700000000;
        ttl 5m
        incoming b"jane"
    }
    .credentials(account)
    .sign()
}

fn main() {}
