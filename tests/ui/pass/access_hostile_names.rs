#![allow(dead_code, unused_macros, non_camel_case_types)]

mod hostile {
    pub struct String;
    pub struct Option;
    pub struct Result;
    pub struct AccessToken;
    pub struct VoiceGrant;
    pub struct OutgoingParams;
    pub struct Ttl;
    pub struct VALUE;
    pub mod core {}
    pub mod std {}
    pub mod twilio_capability {}

    pub fn Ok() {}
    pub fn Some() {}
    pub fn identity() {}

    macro_rules! access_token {
        () => {};
    }
    macro_rules! compile_error {
        () => {};
    }

    /// Every value has methods of the same names.
    pub trait Methods: Sized {
        fn new() {}
        fn identity(self) {}
        fn voice_identity(self) {}
        fn voice(self) {}
        fn video(self) {}
        fn room(self) {}
        fn incoming(self) {}
        fn outgoing_with(self) {}
        fn param(self) {}
        fn ttl(self) {}
        fn from_static(self) {}
    }

    impl<T> Methods for T {}

    pub const LITERALS: () = ();

    pub fn token(
        api_key: &::twilio_capability::ApiKeyCredentials,
        name: ::twilio_capability::VoiceIdentity,
        app: ::twilio_capability::ApplicationSid,
    ) -> ::twilio_capability::Token {
        ::twilio_capability::access_token! {
            identity name;
            voice { incoming; outgoing app { user_id = 1 } };
            video { room "daily" };
            ttl 1h
        }
        .credentials(api_key)
        .sign()
    }
}

fn main() {
    let _ = hostile::token;
}
