#![no_implicit_prelude]

fn token(
    account: &::twilio_capability::AccountCredentials,
    queue: &::twilio_capability::TaskQueueSid,
    path: &::twilio_capability::PolicyUrl,
    time: ::twilio_capability::UnixTime,
) -> ::twilio_capability::Token {
    ::twilio_capability::task_router_capability! {
        credentials account;
        workspace "WS11111111111111111111111111111111";
        task_queue queue;
        allow fetch_subresources, delete_self;
        policy GET path query { "Limit" = optional };
        deny DELETE ::core::concat!("/", "Tasks");
        not_before time
    }
    .sign()
}

fn main() {
    let _ = token;
    let _ = ::twilio_capability::task_router_capability! { workspace "WS11111111111111111111111111111111" };
}
