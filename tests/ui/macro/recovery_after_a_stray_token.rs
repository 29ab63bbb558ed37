//! All mistakes after stray tokens are still reported.

use twilio_capability::{AccountCredentials, Token, capability};

fn token(account: &AccountCredentials) -> Token {
    capability! {
        incoming "john" # 7;
        # outgoing "AP11111111111111111111111111111111" as "john smith";
        ttl 25h
    }
    .credentials(account)
    .sign()
}

fn main() {}
