//! A caller in edition 2021, where `expr` fragments, keywords and the lifetimes of temporaries are different.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Mutex;

use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, NoCredentials, Scopes, Ttl, capability,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

macro_rules! both {
    ($name:expr, $sid:literal, $id:ident, $ttl:literal) => {
        capability! { incoming $name; outgoing $sid as $name { $id, sum = $id + 1 }; ttl $ttl }
    };
}

fn account() -> AccountCredentials {
    AccountCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_auth_token".parse().unwrap(),
    )
}

/// The guards are temporary values at the end of a block.
fn of_temporaries(name: &Mutex<ClientName>, id: &Mutex<u32>) -> ClientCapability<NoCredentials, Scopes> {
    capability! {
        incoming &*name.lock().unwrap();
        outgoing APPLICATION < user_id = id.lock().unwrap() >
    }
}

#[test]
fn literals_expressions_and_fragments() {
    let account = account();
    // A keyword since edition 2024.
    let gen = 42;
    let name = ClientName::from_static("john");
    let capabilities = [
        capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" { gen }; ttl 300 },
        capability!(incoming name.clone(); events < EventType = "call.completed" >; ttl Ttl::MAX),
        both!("john", "AP11111111111111111111111111111111", gen, 5m),
        both!(&name, "AP11111111111111111111111111111111", gen, 300),
        of_temporaries(&Mutex::new(name.clone()), &Mutex::new(42)),
    ];
    for capability in capabilities {
        assert_eq!(capability.credentials(&account).sign().as_str().split('.').count(), 3);
    }
}
