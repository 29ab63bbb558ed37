//! Turning a capability into the access token with the same rights.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::error::Error;

use crate::support::{API_SECRET, account, api_key, decode, now};
use serde_json::{Value, json};
use twilio_capability::{
    ApplicationSid, ClientCapability, ClientName, EventStream, MigrationError, Outgoing, ParamName, Scopes,
    Ttl, UnixTime,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const JOHN: ClientName = ClientName::from_static("john");
const MARY: ClientName = ClientName::from_static("mary");

fn claims<C>(capability: &ClientCapability<C, Scopes>) -> Value {
    let token = capability.to_access_token().unwrap().credentials(&api_key()).sign_at(now());
    decode(token.as_str(), API_SECRET).claims
}

#[test]
fn every_right_that_has_a_counterpart_arrives() {
    let outgoing = || Outgoing::to(APPLICATION);
    let params = outgoing()
        .param(ParamName::from_static("user_id"), 42)
        .param(ParamName::from_static("note"), "a&b=\"é\"");
    let voice = |voice: Value| json!({"identity": "john", "voice": voice});
    let incoming = json!({"allow": true});
    let application = json!({"application_sid": APPLICATION});
    let with_params =
        json!({"application_sid": APPLICATION, "params": {"user_id": "42", "note": "a&b=\"é\""}});
    for (capability, grants) in [
        (ClientCapability::new().incoming(JOHN), voice(json!({"incoming": incoming}))),
        (
            ClientCapability::new().outgoing(outgoing().as_client(JOHN)),
            voice(json!({"outgoing": application})),
        ),
        (
            ClientCapability::new().incoming(JOHN).outgoing(outgoing()),
            voice(json!({"incoming": incoming, "outgoing": application})),
        ),
        (
            ClientCapability::new().incoming(JOHN).outgoing(params.as_client(JOHN)),
            voice(json!({"incoming": incoming, "outgoing": with_params})),
        ),
    ] {
        assert_eq!(claims(&capability)["grants"], grants);
    }
}

#[test]
fn the_lifetime_stays_and_the_credentials_do_not() {
    let capability = ClientCapability::new().incoming(JOHN).ttl(Ttl::from_static(60)).credentials(&account());
    let migrated = claims(&capability);
    assert_eq!((&migrated["exp"], migrated.get("nbf")), (&json!(1_700_000_060), None));
    assert_eq!(migrated["iss"], api_key().api_key_sid().as_str());
    let until = UnixTime::from_secs(1_700_000_007).unwrap();
    let migrated = claims(&capability.expires_at(until).not_before(now()));
    assert_eq!((&migrated["exp"], &migrated["nbf"]), (&json!(1_700_000_007), &json!(1_700_000_000)));
}

#[test]
fn what_has_no_counterpart_is_an_error_that_says_so() {
    let outgoing = || Outgoing::to(APPLICATION);
    let lenient = ClientName::lenient("zoë@example.com").unwrap();
    for (capability, says) in [
        (
            ClientCapability::new().incoming(JOHN).events(EventStream::new()),
            "an access token cannot allow reading the event stream: leave it out, or use a separate capability token \
             for it",
        ),
        (
            ClientCapability::new().incoming(JOHN).outgoing(outgoing().as_client(MARY)),
            "an access token has one identity, but this capability receives calls as \"john\" and makes calls as \
             \"mary\": choose one",
        ),
        (
            ClientCapability::new().outgoing(outgoing()),
            "an access token for Voice has an identity, but this capability has no client name: add one with \
             `.incoming(name)` or `Outgoing::as_client`",
        ),
        (
            ClientCapability::new().incoming(lenient),
            "the client name \"zoë@example.com\" is not a valid identity for Voice: character 3 of this Voice identity is `ë`",
        ),
    ] {
        let error = capability.to_access_token().unwrap_err();
        let why = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        assert_eq!(format!("{error}{why}"), says);
    }
    let two = ClientCapability::new().incoming(JOHN).outgoing(outgoing().as_client(MARY));
    let Err(MigrationError::TwoNames { incoming, outgoing, .. }) = two.to_access_token() else {
        panic!("two names are an error");
    };
    assert_eq!((incoming, outgoing), (JOHN, MARY));
    // If a name breaks a rule, the source of the error says which.
    let lenient = ClientCapability::new().incoming(ClientName::lenient("a@b").unwrap());
    let error = lenient.to_access_token().unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "character 2 of this Voice identity is `@`");
    assert!(MigrationError::NoName.source().is_none());
}
