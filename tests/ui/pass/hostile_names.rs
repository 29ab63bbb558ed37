//! Nothing that is in scope at a call changes what it means.

#![allow(dead_code, unused_macros, non_camel_case_types, non_snake_case)]

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
    pub mod alloc {}
    pub mod twilio_capability {}

    pub fn Ok() {}
    pub fn Some() {}
    pub fn None() {}
    pub fn client_name() {}
    pub fn credentials() {}
    pub fn incoming() {}
    pub const LITERALS: () = ();
    pub const VALUE: () = ();
    pub mod __private {}
    pub trait KnownType {}

    macro_rules! capability {
        () => {};
    }
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! concat {
        () => {};
    }
    macro_rules! editor {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }

    /// Every value has methods of the same names.
    pub trait Methods: Sized {
        fn new() {}
        fn to(self) {}
        fn incoming(self) {}
        fn outgoing(self) {}
        fn as_client(self) {}
        fn param(self) {}
        fn events(self) {}
        fn ttl(self) {}
        fn from_static(self) {}
        fn into(self) {}
    }

    impl<T> Methods for T {}

    pub fn token(
        account: &::twilio_capability::AccountCredentials,
        name: ::twilio_capability::ClientName,
        app: ::twilio_capability::ApplicationSid,
    ) -> ::twilio_capability::Token {
        ::twilio_capability::capability! {
            incoming name.clone();
            outgoing app as ::std::concat!("jo", "hn") { user_id = 1 };
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
