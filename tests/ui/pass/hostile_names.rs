#![allow(dead_code, unused_macros, non_camel_case_types)]

mod hostile {
    pub struct String;
    pub struct Option;
    pub struct Result;
    pub struct ClientName;
    pub struct ClientCapability;
    pub struct Outgoing;
    pub struct Ttl;
    pub struct NAME;
    pub struct SID;
    pub mod core {}
    pub mod std {}
    pub mod twilio_capability {}

    pub fn Ok() {}
    pub fn Some() {}
    pub fn client_name() {}

    macro_rules! capability {
        () => {};
    }
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }

    pub fn token(
        account: &::twilio_capability::AccountCredentials,
        name: ::twilio_capability::ClientName,
        app: ::twilio_capability::ApplicationSid,
    ) -> ::twilio_capability::Token {
        ::twilio_capability::capability! {
            incoming name;
            outgoing app as "john" { user_id = 1 };
            events;
            ttl 1h
        }
        .credentials(account)
        .sign()
    }
}

fn main() {
    let _ = hostile::token;
}
