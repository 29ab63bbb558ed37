#![no_implicit_prelude]

#[derive(::twilio_capability::CallParams)]
struct Caller {
    user_id: u64,
    plan: ::std::option::Option<::std::string::String>,
}

fn token(
    account: &::twilio_capability::AccountCredentials,
    caller: &Caller,
) -> ::twilio_capability::Token {
    ::twilio_capability::capability! {
        credentials account;
        outgoing "AP11111111111111111111111111111111" as "john" { ..caller }
    }
    .sign()
}

fn main() {
    let _ = token;
}
