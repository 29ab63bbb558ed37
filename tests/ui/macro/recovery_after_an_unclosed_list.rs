//! All mistakes after a `<` that is not closed are still reported.

use twilio_capability::{AccountCredentials, Token, capability};

fn token(account: &AccountCredentials) -> Token {
    capability! {
        outgoing "AP11111111111111111111111111111111" < user_id = 42, From = "jane";
        incoming "john smith";
        ttl 25h
    }
    .credentials(account)
    .sign()
}

fn main() {}
