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

fn main() {
    let _ = ::twilio_capability::capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "jane" };
    let _ = capability;
}
