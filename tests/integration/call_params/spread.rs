//! A value that declares its parameters is spread in both macros, and given to the builders.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, ApplicationSid, CallParams, ClientCapability, Outgoing, ParamName, Token, VoiceGrant,
    access_token, capability, inspect,
};

use crate::support::{API_SECRET, AUTH_TOKEN, account, api_key, decode, pairs};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

#[derive(CallParams)]
struct Caller {
    user_id: u64,
    plan: Option<String>,
}

fn caller() -> Caller {
    Caller { user_id: 7, plan: Some("1&admin=true".to_owned()) }
}

/// The parameters of a capability token, in their order.
fn sent(token: &Token) -> Vec<(String, String)> {
    let scope = decode(token.as_str(), AUTH_TOKEN).claims["scope"].as_str().unwrap().to_owned();
    let query: HashMap<String, String> = pairs(scope.split_once('?').unwrap().1).into_iter().collect();
    pairs(&query["appParams"])
}

/// The parameters of an access token, in their order.
fn sent_as_json(token: &Token) -> Vec<(String, Value)> {
    let claims = decode(token.as_str(), API_SECRET).claims;
    let params = claims["grants"]["voice"]["outgoing"]["params"].as_object().unwrap();
    params.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_declared_value_is_spread_in_both_macros() {
    let caller = caller();
    let token = capability! { outgoing APPLICATION { ..caller }; credentials account() }.sign();
    assert_eq!(sent(&token), owned(&[("user_id", "7"), ("plan", "1&admin=true")]));
    let token = access_token! {
        identity "john";
        voice { outgoing APPLICATION { ..caller } };
        credentials api_key()
    }
    .sign();
    let mut params = sent_as_json(&token);
    params.sort_by(|(one, _), (two, _)| one.cmp(two));
    assert_eq!(params, [("plan".to_owned(), json!("1&admin=true")), ("user_id".to_owned(), json!("7"))]);
    assert!(inspect(token.as_str()).to_string().contains("1&admin=true"));
    // Nothing was moved.
    assert_eq!(caller.user_id, 7);
}

#[test]
fn a_name_that_is_written_wins() {
    let caller = caller();
    let plan = "free";
    let token = capability! { outgoing APPLICATION { plan, ..caller }; credentials account() }.sign();
    assert_eq!(sent(&token), owned(&[("user_id", "7"), ("plan", "free")]));
    let token = access_token! {
        identity "john";
        voice { outgoing APPLICATION { user_id = 8, ..caller } };
        credentials api_key()
    }
    .sign();
    let params = sent_as_json(&token);
    assert_eq!(params.iter().find(|(name, _)| name == "user_id").unwrap().1, json!(8));
    assert_eq!(params.len(), 2);
}

#[test]
fn a_pointer_to_a_declared_value_is_spread_too() {
    let (rc, arc, mutex) = (Rc::new(caller()), Arc::new(Box::new(caller())), Mutex::new(caller()));
    let reference = &&arc;
    let tokens = [
        capability! { outgoing APPLICATION { ..rc }; credentials account() }.sign(),
        capability! { outgoing APPLICATION { ..reference }; credentials account() }.sign(),
        capability! { outgoing APPLICATION { ..mutex.lock().unwrap() }; credentials account() }.sign(),
        capability! { outgoing APPLICATION { ..caller() }; credentials account() }.sign(),
    ];
    for token in tokens {
        assert_eq!(sent(&token), owned(&[("user_id", "7"), ("plan", "1&admin=true")]));
    }
    let token =
        access_token! { identity "john"; voice { outgoing APPLICATION { ..arc } }; credentials api_key() };
    assert_eq!(sent_as_json(&token.sign()).len(), 2);
}

/// The kind of spread is inferred for a type that is known only by its trait.
fn signed<P: CallParams>(params: &P) -> Token {
    capability! { outgoing APPLICATION { plan = "free", ..params }; credentials account() }.sign()
}

#[test]
fn any_declared_value_is_spread_in_a_generic_function() {
    assert_eq!(sent(&signed(&caller())), owned(&[("user_id", "7"), ("plan", "free")]));
    assert_eq!(sent(&signed(&())), owned(&[("plan", "free")]));
}

#[test]
fn the_builders_take_a_reference_to_a_declared_value() {
    let outgoing = Outgoing::to(APPLICATION).params(&caller()).param(ParamName::from_static("plan"), "free");
    let token = ClientCapability::new().outgoing(outgoing).credentials(&account()).sign();
    assert_eq!(sent(&token), owned(&[("user_id", "7"), ("plan", "free")]));
    let voice = VoiceGrant::new().outgoing_with(APPLICATION, &caller());
    let token =
        AccessToken::new().voice_identity("john".parse().unwrap()).voice(voice).credentials(&api_key());
    assert_eq!(sent_as_json(&token.sign()).len(), 2);
}
