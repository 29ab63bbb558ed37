//! An `Option` is the value of a parameter: both macros and both builders leave the parameter out for `None`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, ApplicationSid, CallParams, CallParamsError, ClientCapability, Json, Outgoing,
    OutgoingParams, ParamName, Params, ParamsErrorKind, ParamsWriter, ReceivedParams, StringErrorKind, Token,
    VoiceGrant, access_token, capability,
};

use crate::support::{API_SECRET, AUTH_TOKEN, account, api_key, decode, pairs};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const PLAN: ParamName = ParamName::from_static("plan");
const USER_ID: ParamName = ParamName::from_static("user_id");

/// The parameters of a capability token, with their values.
fn sent(token: &Token) -> Vec<(String, String)> {
    let scope = decode(token.as_str(), AUTH_TOKEN).claims["scope"].as_str().unwrap().to_owned();
    let query: HashMap<String, String> = pairs(scope.split_once('?').unwrap().1).into_iter().collect();
    query.get("appParams").map(|params| pairs(params)).unwrap_or_default()
}

/// The parameters of an access token; `null` if there are none.
fn sent_as_json(token: &Token) -> Value {
    decode(token.as_str(), API_SECRET).claims["grants"]["voice"]["outgoing"]["params"].clone()
}

fn capability(outgoing: Outgoing) -> Token {
    ClientCapability::new().outgoing(outgoing).credentials(&account()).sign()
}

fn access(params: OutgoingParams) -> Token {
    let grant = VoiceGrant::new().outgoing_with(APPLICATION, params);
    AccessToken::new().voice_identity("john".parse().unwrap()).voice(grant).credentials(&api_key()).sign()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn both_macros_leave_out_what_is_none() {
    struct User {
        plan: Option<String>,
        seat: Option<u8>,
    }
    let user = &User { plan: Some("free".to_owned()), seat: None };
    let plan = &user.plan;
    let shared = Arc::new(Some(7));
    let token = capability! {
        outgoing APPLICATION { plan, seat = user.seat, first = user.plan.as_deref(), shared, none = None::<&str>, user_id = 7 };
        credentials account()
    };
    let expected = owned(&[("plan", "free"), ("first", "free"), ("shared", "7"), ("user_id", "7")]);
    assert_eq!(sent(&token.sign()), expected);
    let token = access_token! {
        identity "john";
        voice { outgoing APPLICATION { plan, seat = user.seat, first = user.plan.as_deref(), shared, none = None::<&str>, user_id = 7 } };
        credentials api_key()
    };
    let expected = json!({"plan": "free", "first": "free", "shared": 7, "user_id": 7});
    assert_eq!(sent_as_json(&token.sign()), expected);
}

#[test]
fn both_builders_leave_out_what_is_none() {
    let plan = Some("free".to_owned());
    let params = Params::new().param(PLAN, &plan).param(USER_ID, None::<u64>);
    let outgoing = Outgoing::to(APPLICATION).params(params.clone());
    assert_eq!(sent(&capability(outgoing)), owned(&[("plan", "free")]));
    let outgoing = Outgoing::to(APPLICATION).param(PLAN, Some("free")).param(USER_ID, None::<u64>);
    assert_eq!(outgoing, Outgoing::to(APPLICATION).params(params));
    let outgoing = Outgoing::to(APPLICATION).param(USER_ID, None::<u64>);
    assert_eq!(outgoing, Outgoing::to(APPLICATION));

    let params = OutgoingParams::new().param(PLAN, &plan).param(USER_ID, None::<u64>);
    assert_eq!(sent_as_json(&access(params)), json!({"plan": "free"}));
    assert_eq!(sent_as_json(&access(OutgoingParams::new().param(PLAN, None::<&str>))), Value::Null);
}

#[test]
fn none_is_the_last_value_of_a_name_too() {
    let settings = [("plan", "free"), ("user_id", "7")];
    let more = Params::try_from_iter(settings).unwrap();
    let token = capability! { outgoing APPLICATION { plan = None::<u8>, ..more }; credentials account() };
    assert_eq!(sent(&token.sign()), owned(&[("user_id", "7")]));
    let outgoing = Outgoing::to(APPLICATION).params(more).param(PLAN, None::<u8>);
    assert_eq!(sent(&capability(outgoing)), owned(&[("user_id", "7")]));

    let more = OutgoingParams::try_from_iter(settings).unwrap();
    let token = access_token! {
        identity "john";
        voice { outgoing APPLICATION { plan = None::<u8>, ..more } };
        credentials api_key()
    };
    assert_eq!(sent_as_json(&token.sign()), json!({"user_id": "7"}));
    assert_eq!(sent_as_json(&access(more.param(PLAN, None::<u8>))), json!({"user_id": "7"}));
}

#[test]
fn names_at_run_time_can_have_no_value() {
    let settings = BTreeMap::from([("plan", None), ("user_id", Some("7"))]);
    let params = Params::try_from_iter(&settings).unwrap();
    assert_eq!(sent(&capability(Outgoing::to(APPLICATION).params(params))), owned(&[("user_id", "7")]));
    let params = OutgoingParams::try_from_iter(&settings).unwrap();
    assert_eq!(sent_as_json(&access(params)), json!({"user_id": "7"}));

    // A name without a value is a name all the same.
    for (settings, kind) in [
        ([("plan", None), ("To", None)], ParamsErrorKind::Name(StringErrorKind::Reserved("To"))),
        ([("plan", None), ("plan", Some(1))], ParamsErrorKind::Repeated),
    ] {
        let error = Params::try_from_iter(settings).unwrap_err();
        assert_eq!((error.kind(), error.name()), (kind, settings[1].0));
        assert_eq!(OutgoingParams::try_from_iter(settings).unwrap_err(), error);
    }
}

#[test]
fn only_a_whole_value_is_left_out() {
    let null = Json::try_from(Value::Null).unwrap();
    let token = access_token! {
        identity "john";
        voice { outgoing APPLICATION { list = [Some(1), None], map = BTreeMap::from([("a", None::<u8>)]), null } };
        credentials api_key()
    };
    assert_eq!(sent_as_json(&token.sign()), json!({"list": [1, null], "map": {"a": null}, "null": null}));
}

#[test]
fn a_declared_value_can_write_an_option() {
    struct Caller {
        plan: Option<String>,
    }

    impl CallParams for Caller {
        fn write_params(&self, writer: &mut ParamsWriter<'_>) {
            writer.param(PLAN, &self.plan).param(USER_ID, 7);
        }

        fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError> {
            Ok(Self { plan: received.parse_optional("plan")? })
        }
    }

    for plan in [None, Some("free".to_owned()), Some(String::new())] {
        let caller = Caller { plan };
        let sent: Vec<_> = Params::from(&caller).iter().collect();
        let received: ReceivedParams = sent.into_iter().collect();
        assert_eq!(Caller::read_params(&received).unwrap().plan, caller.plan);
        assert_eq!(received.get("user_id"), Some("7"));
        assert_eq!(received.get("plan"), caller.plan.as_deref());
    }
}

#[test]
fn none_removes_what_a_declared_value_wrote_before() {
    struct Guest;

    impl CallParams for Guest {
        fn write_params(&self, writer: &mut ParamsWriter<'_>) {
            writer.param(PLAN, "admin").param(USER_ID, 7).param(PLAN, None::<&str>);
        }

        fn read_params(_: &ReceivedParams) -> Result<Self, CallParamsError> {
            Ok(Self)
        }
    }

    assert!(Params::from(&Guest).iter().eq([("user_id".to_owned(), "7".to_owned())]));
    assert!(OutgoingParams::from(&Guest).iter().map(|(name, _)| name).eq(["user_id"]));
}
