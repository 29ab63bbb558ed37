//! How often building and signing a capability token allocates.

#![expect(clippy::unwrap_used, reason = "a failing test can panic")]

use allocation_counter::measure;
use twilio_capability_core::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, EventStream, FilterName, NoCredentials,
    Outgoing, ParamName, Scopes, Ttl,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP0123456789abcdef0123456789abcdef");
const JOHN: ClientName = ClientName::from_static("john");
const USER_ID: ParamName = ParamName::from_static("user_id");

fn account() -> AccountCredentials {
    AccountCredentials::new(
        "AC0123456789abcdef0123456789abcdef".parse().unwrap(),
        "0123456789abcdef0123456789abcdef".parse().unwrap(),
    )
}

/// A capability as `capability!` builds it: names and SIDs are constants, one value is not.
fn capability(id: &str) -> ClientCapability<NoCredentials, Scopes> {
    ClientCapability::new()
        .incoming(JOHN)
        .outgoing(Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, id))
        .ttl(Ttl::from_static(300))
}

#[test]
fn signing_allocates_the_claims_and_the_token() {
    let ready = capability("user_42").credentials(&account());
    assert_eq!(measure(|| drop(ready.sign())).count_total, 2);
}

#[test]
fn signing_allocates_twice_for_any_length_and_little_more_than_needed() {
    let (account, long) = (account(), "x".repeat(200));
    let name: ClientName = "x".repeat(120).parse().unwrap();
    let outgoing =
        || (0..9).fold(Outgoing::to(APPLICATION), |to, n| to.param(format!("p{n}").parse().unwrap(), &long));
    let events = EventStream::new().filter(FilterName::from_static("Some"), &long);
    let capabilities = [
        ClientCapability::new().incoming(name.clone()),
        ClientCapability::new().outgoing(outgoing()),
        ClientCapability::new().outgoing(outgoing().as_client(name.clone())),
        ClientCapability::new().incoming(name).outgoing(outgoing()),
        ClientCapability::new().events(events.clone()),
        ClientCapability::new().outgoing(outgoing()).events(events),
    ];
    for capability in capabilities {
        let ready = capability.credentials(&account);
        let token_len = ready.sign().as_str().len() as u64;
        let counted = measure(|| drop(ready.sign()));
        assert_eq!(counted.count_total, 2);
        // The claims are three quarters of the token.
        assert!(counted.bytes_total < token_len * 7 / 4 + 500, "{} for {token_len}", counted.bytes_total);
    }
}

#[test]
fn building_and_signing_allocates_the_parameters_as_well() {
    let account = account();
    assert_eq!(measure(|| drop(capability("user_42").credentials(&account).sign())).count_total, 3);
}

#[test]
fn a_long_value_allocates_a_few_times_more_while_it_grows() {
    let (account, value) = (account(), "x".repeat(10_000));
    assert!(measure(|| drop(capability(&value).credentials(&account).sign())).count_total <= 4);
}

#[test]
fn minting_allocates_the_token_and_nothing_into_a_string_with_room() {
    let prepared = capability("user_42").credentials(&account()).prepare();
    assert_eq!(measure(|| drop(prepared.mint())).count_total, 1);
    let mut jwt = String::new();
    prepared.mint_into(&mut jwt);
    assert_eq!(measure(|| prepared.mint_into(&mut jwt)).count_total, 0);
}

#[test]
fn all_memory_is_freed() {
    let account = account();
    let counted = measure(|| {
        let prepared = capability("user_42").credentials(&account).prepare();
        drop((prepared.mint(), capability("user_42").credentials(&account).sign()));
    });
    assert_eq!((counted.count_current, counted.bytes_current), (0, 0));
}
