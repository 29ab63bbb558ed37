//! There are several mistakes in one declaration.

use twilio_capability::{AccountCredentials, CallParams, ClientCapability, Outgoing, Token};

#[derive(CallParams)]
struct Caller {
    #[expect(non_snake_case)]
    To: String,
    #[params(rename = "user id")]
    user_id: u64,
    #[params(renamed = "plan")]
    plan: Option<String>,
    tags: Vec<String>,
    #[params(rename = "tags")]
    labels: String,
}

fn token(caller: &Caller, account: &AccountCredentials) -> Token {
    let outgoing = Outgoing::to("AP11111111111111111111111111111111".parse().unwrap()).params(caller);
    ClientCapability::new().outgoing(outgoing).credentials(account).sign()
}

fn main() {}
