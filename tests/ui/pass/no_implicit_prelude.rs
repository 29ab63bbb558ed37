#![no_implicit_prelude]

fn capability(
    name: &::twilio_capability::ClientName,
    app: ::twilio_capability::ApplicationSid,
    time: ::twilio_capability::UnixTime,
    account: &::twilio_capability::AccountCredentials,
) -> ::twilio_capability::Token {
    ::twilio_capability::capability! {
        credentials account;
        incoming name;
        outgoing app as name { user_id = 1, "plan" = "free" };
        events { EventType = "call.completed" };
        ttl 5m;
        not_before time
    }
    .sign()
}

fn with_calls(more: &::twilio_capability::Params) {
    let _ = ::twilio_capability::capability! {
        incoming "john".parse().unwrap();
        outgoing ::twilio_capability::ApplicationSid::from_static("AP11111111111111111111111111111111") as ::core::concat!("jo", "hn")
            { user_id = ::twilio_capability::ClientName::from_static("john"), ..more }
    };
}

fn main() {
    let _ = with_calls;
    let _ = ::twilio_capability::capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "jane" };
    let _ = capability;
}
