#![no_implicit_prelude]

fn access_token(
    name: &::twilio_capability::VoiceIdentity,
    app: ::twilio_capability::ApplicationSid,
    time: ::twilio_capability::UnixTime,
    api_key: &::twilio_capability::ApiKeyCredentials,
) -> ::twilio_capability::Token {
    ::twilio_capability::access_token! {
        credentials api_key;
        identity name;
        voice { incoming; outgoing app { user_id = 1, "plan" = "free" }; endpoint_id "phone" };
        video { room "daily" };
        chat { service "IS11111111111111111111111111111111" };
        task_router { workspace "WS11111111111111111111111111111111"; role "worker" };
        region "au1";
        ttl 5m;
        not_before time
    }
    .sign()
}

fn with_calls(more: &::twilio_capability::OutgoingParams) {
    let _ = ::twilio_capability::access_token! {
        identity "john".parse().unwrap();
        voice {
            outgoing ::twilio_capability::ApplicationSid::from_static("AP11111111111111111111111111111111")
                { user_id = ::twilio_capability::ClientName::from_static("john"), ..more };
            endpoint_id ::core::concat!("pho", "ne")
        }
    };
}

fn main() {
    let _ = with_calls;
    let _ = ::twilio_capability::access_token! { anonymous; video };
    let _ = access_token;
}
