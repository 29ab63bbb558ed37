//! Parameters whose names are known only at run time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::support::{AUTH_TOKEN, account, decode, now, scopes};
use twilio_capability::{
    ApplicationSid, ClientCapability, Outgoing, ParamName, Params, ParamsErrorKind, StringErrorKind,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const PLAN: ParamName = ParamName::from_static("plan");

/// The parameters that a token of `outgoing` has.
fn in_token(outgoing: Outgoing) -> Vec<(String, String)> {
    let token = ClientCapability::new().outgoing(outgoing).credentials(&account()).sign_at(now());
    let claims = decode(token.as_str(), AUTH_TOKEN).claims;
    scopes(claims["scope"].as_str().unwrap()).pop().unwrap().params
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn maps_of_strings_are_parameters() {
    let sorted = BTreeMap::from([("a b", "no")]);
    assert!(Params::try_from_iter(&sorted).is_err());

    let map =
        HashMap::from([("plan".to_owned(), "1&admin=true".to_owned()), ("é".to_owned(), String::new())]);
    let expected = owned(&[("plan", "1&admin=true"), ("é", "")]);
    let by_reference = Params::try_from_iter(&map).unwrap();
    assert_eq!(in_token(Outgoing::to(APPLICATION).params(by_reference)), expected);
    let by_value = Params::try_from_iter(map).unwrap();
    assert_eq!(in_token(Outgoing::to(APPLICATION).params(by_value)), expected);

    let shared: Vec<(Arc<str>, Arc<str>)> = vec![("plan".into(), "free".into())];
    let params = Params::try_from_iter(shared).unwrap();
    assert_eq!(in_token(Outgoing::to(APPLICATION).params(params)), owned(&[("plan", "free")]));
    let named = Params::try_from_iter([(PLAN, 7)]).unwrap();
    assert_eq!(in_token(Outgoing::to(APPLICATION).params(named)), owned(&[("plan", "7")]));
}

#[test]
fn a_later_value_replaces_an_earlier_one() {
    let more = Params::try_from_iter([("plan", "free"), ("user_id", "7")]).unwrap();
    let written_first = Outgoing::to(APPLICATION).param(PLAN, "paid").params(more.clone());
    assert_eq!(in_token(written_first), owned(&[("plan", "free"), ("user_id", "7")]));
    let written_last = Outgoing::to(APPLICATION).params(more.clone()).param(PLAN, "paid");
    assert_eq!(in_token(written_last), owned(&[("plan", "paid"), ("user_id", "7")]));
    let twice = Outgoing::to(APPLICATION).params(more.clone()).params(more.clone());
    assert_eq!(twice, Outgoing::to(APPLICATION).params(more.clone()));
    assert_eq!(more.clone().param(PLAN, 1).iter().last(), Some(("plan".to_owned(), "1".to_owned())));
}

#[test]
fn an_error_names_the_parameter() {
    let error =
        |names: &[&str]| Params::try_from_iter(names.iter().map(|name| (*name, "secret value"))).unwrap_err();
    let repeated = error(&["a", "b", "a"]);
    assert_eq!((repeated.kind(), repeated.name()), (ParamsErrorKind::Repeated, "a"));
    assert_eq!(repeated.to_string(), "the parameter `a` occurs twice");
    let reserved = error(&["a", "CallSid"]);
    assert_eq!(reserved.kind(), ParamsErrorKind::Name(StringErrorKind::Reserved("CallSid")));
    assert!(reserved.to_string().contains("`CallSid`"));
    let empty = error(&["a", ""]);
    assert_eq!(empty.kind(), ParamsErrorKind::Name(StringErrorKind::Empty));
    assert_eq!(empty.to_string(), "the name of parameter 2 is empty");
    for error in [repeated, reserved, empty] {
        assert!(!format!("{error} {error:?}").contains("secret value"));
    }
}
