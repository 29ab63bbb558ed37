//! All mistakes after a missing `;` are still reported.

use twilio_capability::{AccountCredentials, Token, capability};

fn token(account: &AccountCredentials) -> Token {
    capability! {
        incoming "john"
        outgoing "AP11111111111111111111111111111111" as "john smith"
        ttl 25h
    }
    .credentials(account)
    .sign()
}

fn main() {}
