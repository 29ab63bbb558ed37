//! The wire form, compared with tokens of Twilio's own libraries, and with one token byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::BTreeSet;

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, Decoded, account, decode, now, scopes};
use serde_json::{Value, json};
use twilio_capability::{
    ClientCapability, ClientName, EventStream, Outgoing, ParamName, Scope, Scopes, Ttl, UnixTime,
};

/// The cases that cannot be expressed with this library, and why.
const REFUSED: [(&str, &str); 8] = [
    ("empty", "the list of scopes is empty"),
    ("params_empty_key", "this parameter name is empty"),
    ("params_list_value", "a parameter has one value"),
    ("name_space", "character 6 of this client name is a space"),
    ("name_empty", "this client name is empty"),
    ("incoming_repeated", "the list has two incoming scopes"),
    ("ttl_0", "a token that lives 0 s is never valid"),
    ("ttl_negative", "a lifetime cannot be negative"),
];

/// The cases in which a library's token means something else than ours, and why. The reason is a defect of the library, or
/// a value that only its language has.
const DIFFERENCES: [(&str, &str, &str); 9] = [
    ("params_amp", "ruby", "encodes a value only once, so `&` in it starts a parameter"),
    ("params_injection", "ruby", "encodes a value only once, so it adds the parameter `admin=true`"),
    ("params_plus", "ruby", "encodes a value only once, so `+` arrives as a space"),
    ("params_non_string", "csharp", "writes `True`, and an empty value for null"),
    ("params_non_string", "php", "writes `1` for true and leaves null out"),
    ("params_non_string", "python", "writes `True` and `None`"),
    ("params_non_string", "ruby", "writes an empty value for null"),
    ("name_email", "csharp", "does not encode an incoming name, so `+` arrives as a space"),
    ("name_email", "java", "does not encode an incoming name, so `+` arrives as a space"),
];

#[test]
fn tokens_mean_the_same_as_those_of_twilios_libraries() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../../vectors/client_capability.json")).unwrap();
    let (mut compared, mut refused, mut failed, mut different) = (0, 0, 0, BTreeSet::new());
    for case in &cases {
        let name = case["case"].as_str().unwrap();
        let input = &case["input"];
        let capability = match capability(input) {
            Ok(capability) => capability,
            Err(why) => {
                let (_, expected) = REFUSED.iter().find(|(case, _)| *case == name).expect(name);
                assert!(why.starts_with(expected), "{name}: {why}");
                refused += 1;
                continue;
            }
        };
        let token = capability.credentials(&account()).sign_at(now());
        let ours = decode(token.as_str(), input["secret"].as_str().unwrap());
        for (library, minted) in case["sdks"].as_object().unwrap() {
            let Some(theirs) = minted["token"].as_str() else {
                failed += 1;
                continue;
            };
            compared += 1;
            let theirs = decode(theirs, input["secret"].as_str().unwrap());
            if !same_meaning(&ours, &theirs) {
                different.insert((name, library.as_str()));
            }
        }
    }
    let known: BTreeSet<_> = DIFFERENCES.iter().map(|(case, library, _)| (*case, *library)).collect();
    assert_eq!(different, known);
    assert_eq!(refused, REFUSED.len());
    assert_eq!((cases.len(), compared, failed), (32, 137, 7));
}

/// Whether scopes, issuer and end are the same. `iat`, and an `nbf` with the current time, have no effect.
fn same_meaning(ours: &Decoded, theirs: &Decoded) -> bool {
    for (name, value) in theirs.claims.as_object().unwrap() {
        assert!(
            matches!(name.as_str(), "scope" | "iss" | "exp")
                || matches!(name.as_str(), "iat" | "nbf") && *value == json!(1_700_000_000),
            "an unknown claim: {name}"
        );
    }
    let meaning = |token: &Decoded| {
        (
            scopes(token.claims["scope"].as_str().unwrap()),
            token.claims["iss"].clone(),
            token.claims["exp"].clone(),
        )
    };
    assert_eq!(ours.header, theirs.header);
    meaning(ours) == meaning(theirs)
}

type Builder = ClientCapability<twilio_capability::NoCredentials, Scopes>;

/// The capability of a case, made from run-time values. The error is the message of this library.
fn capability(input: &Value) -> Result<Builder, String> {
    assert_eq!(input["account_sid"], ACCOUNT_SID);
    assert_eq!(input["secret"], AUTH_TOKEN);
    let list: Result<Vec<_>, String> = input["scopes"].as_array().unwrap().iter().map(scope).collect();
    let scopes = Scopes::from_list(list?).map_err(|error| error.to_string())?;
    let ttl = match &input["ttl"] {
        Value::Null => Ttl::default(),
        ttl => match u64::try_from(ttl.as_i64().unwrap()) {
            Ok(seconds) => Ttl::from_secs(seconds).map_err(|error| error.to_string())?,
            Err(_) => return Err(twilio_capability::LifetimeError::negative().to_string()),
        },
    };
    assert_eq!(input.get("nbf").unwrap_or(&Value::Null), &Value::Null, "no case asks for a time to start at");
    Ok(ClientCapability::new().scopes(scopes).ttl(ttl))
}

fn scope(scope: &Value) -> Result<Scope, String> {
    Ok(match scope["type"].as_str().unwrap() {
        "incoming" => Scope::Incoming(client(&scope["client_name"])?),
        "outgoing" => {
            let mut outgoing = Outgoing::to(scope["app_sid"].as_str().unwrap().parse().unwrap());
            if !scope["client_name"].is_null() {
                outgoing = outgoing.as_client(client(&scope["client_name"])?);
            }
            for (name, value) in entries(&scope["params"])? {
                let name: ParamName =
                    name.parse().map_err(|error: twilio_capability::StringError| error.to_string())?;
                outgoing = outgoing.param(name, value);
            }
            Scope::Outgoing(outgoing)
        }
        _ => {
            let mut events = EventStream::new();
            for (name, value) in entries(&scope["filters"])? {
                events = events.filter(name.parse().unwrap(), value);
            }
            Scope::Events(events)
        }
    })
}

fn client(name: &Value) -> Result<ClientName, String> {
    ClientName::lenient(name.as_str().unwrap()).map_err(|error| error.to_string())
}

fn entries(list: &Value) -> Result<Vec<(&str, String)>, String> {
    fn entry(entry: &Value) -> Result<(&str, String), String> {
        let value = match &entry[1] {
            Value::Array(_) => return Err("a parameter has one value".to_owned()),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Ok((entry[0].as_str().unwrap(), value))
    }
    list.as_array().map_or(Ok(Vec::new()), |list| list.iter().map(entry).collect())
}

/// Made from `{"typ":"JWT","alg":"HS256"}` and the claims below, with the HMAC in the standard library of another language.
const GOLDEN: &str = "\
    eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4\
    gc2NvcGU6Y2xpZW50Om91dGdvaW5nP2FwcFNpZD1BUDExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTExJmNsaWVudE5hbWU\
    9am9obiZhcHBQYXJhbXM9dXNlcl9pZCUzRDQyJTI2bm90ZSUzRGElMjUyNmIlMjUyMCUyNUMzJTI1QTkgc2NvcGU6c3RyZWFtOnN\
    1YnNjcmliZT9wYXRoPSUyRjIwMTAtMDQtMDElMkZFdmVudHMmcGFyYW1zPUV2ZW50VHlwZSUzRGNhbGwuY29tcGxldGVkIiwiaXN\
    zIjoiQUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZiIsImV4cCI6MTcwMDAwMDMwMCwibmJmIjoxNjk5OTk5OTkwfQ.\
    f792vIoHGyL2f4p5-J9n3mMBjNOECLJTOPFCdVs1-YI";

#[test]
fn one_token_byte_for_byte() {
    const JOHN: ClientName = ClientName::from_static("john");
    let application = "AP11111111111111111111111111111111".parse().unwrap();
    let outgoing = Outgoing::to(application)
        .as_client(JOHN)
        .param("user_id".parse().unwrap(), 42)
        .param("note".parse().unwrap(), "a&b é");
    let token = ClientCapability::new()
        .events(EventStream::new().filter("EventType".parse().unwrap(), "call.completed"))
        .outgoing(outgoing)
        .incoming(JOHN)
        .ttl(Ttl::from_static(300))
        .not_before(UnixTime::from_secs(1_699_999_990).unwrap())
        .credentials(&account())
        .sign_at(now());
    assert_eq!(token.as_str(), GOLDEN);

    let decoded = decode(GOLDEN, AUTH_TOKEN);
    assert_eq!(decoded.header, json!({"typ": "JWT", "alg": "HS256"}));
    let scope = "scope:client:incoming?clientName=john \
        scope:client:outgoing?appSid=AP11111111111111111111111111111111&clientName=john\
        &appParams=user_id%3D42%26note%3Da%2526b%2520%25C3%25A9 \
        scope:stream:subscribe?path=%2F2010-04-01%2FEvents&params=EventType%3Dcall.completed";
    assert_eq!(
        decoded.claims,
        json!({"scope": scope, "iss": ACCOUNT_SID, "exp": 1_700_000_300, "nbf": 1_699_999_990})
    );
}
