//! Everything that Twilio's Ruby library can do, done with this library. The scopes and claims are those that it documents.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]
#![cfg(feature = "macros")]

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, decode, now};
use serde_json::{Value, json};
use twilio_capability::{
    AccountCredentials, AccountSid, ClientCapability, NoCredentials, Scopes, UnixTime, capability,
};

struct User {
    id: String,
}

/// The claims of a token that was signed with credentials made from values.
fn claims(capability: ClientCapability<NoCredentials, Scopes>) -> Value {
    let sid: AccountSid = ACCOUNT_SID.parse().unwrap();
    let account = AccountCredentials::new(sid, AUTH_TOKEN.to_owned().try_into().unwrap());
    decode(capability.credentials(&account).sign_at(now()).as_str(), AUTH_TOKEN).claims
}

fn scope(capability: ClientCapability<NoCredentials, Scopes>) -> String {
    claims(capability)["scope"].as_str().unwrap().to_owned()
}

#[test]
fn set_up_with_account_sid_and_auth_token() {
    // `decode` has checked that the auth token is the key of the signature.
    assert_eq!(claims(capability! { incoming "john" })["iss"], ACCOUNT_SID);
}

#[test]
fn allow_incoming() {
    assert_eq!(scope(capability! { incoming "john" }), "scope:client:incoming?clientName=john");
}

#[test]
fn allow_outgoing() {
    assert_eq!(
        scope(capability! { outgoing "AP11111111111111111111111111111111" as "john" }),
        "scope:client:outgoing?appSid=AP11111111111111111111111111111111&clientName=john"
    );
}

#[test]
fn allow_outgoing_with_parameters_from_a_run_time_value() {
    let user = User { id: "1&admin=true".to_owned() };
    assert_eq!(
        scope(capability! { outgoing "AP11111111111111111111111111111111" as "john" { user_id = user.id } }),
        "scope:client:outgoing?appSid=AP11111111111111111111111111111111&clientName=john\
         &appParams=user_id%3D1%2526admin%253Dtrue"
    );
}

#[test]
fn several_capabilities_in_one_token() {
    assert_eq!(
        scope(capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" }),
        "scope:client:incoming?clientName=john \
         scope:client:outgoing?appSid=AP11111111111111111111111111111111&clientName=john"
    );
}

#[test]
fn lifetime_is_3600_seconds_or_what_is_asked_for() {
    assert_eq!(claims(capability! { incoming "john" })["exp"], 1_700_003_600);
    assert_eq!(claims(capability! { incoming "john"; ttl 5 })["exp"], 1_700_000_005);
}

#[test]
fn event_stream_with_filters() {
    assert_eq!(
        scope(capability! { events { EventType = "call.completed", CallSid = "CA00" } }),
        "scope:stream:subscribe?path=%2F2010-04-01%2FEvents&params=EventType%3Dcall.completed%26CallSid%3DCA00"
    );
    assert_eq!(scope(capability! { events }), "scope:stream:subscribe?path=%2F2010-04-01%2FEvents");
}

#[test]
fn nbf_and_valid_until() {
    let at = |seconds| UnixTime::from_secs(seconds).unwrap();
    let (opens, closes) = (at(1_699_999_000), at(1_700_000_060));
    let scope = "scope:client:incoming?clientName=john";
    assert_eq!(
        claims(capability! { incoming "john"; not_before opens; expires closes }),
        json!({"scope": scope, "iss": ACCOUNT_SID, "exp": 1_700_000_060, "nbf": 1_699_999_000})
    );
    assert_eq!(
        claims(capability! { incoming "john" }),
        json!({"scope": scope, "iss": ACCOUNT_SID, "exp": 1_700_003_600})
    );
}
