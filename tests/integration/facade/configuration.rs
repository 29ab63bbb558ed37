//! Values of a configuration: read with serde, compared with strings, and turned into each other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use serde_json::{Value, json};
use twilio_capability::{
    AccountCredentials, AccountSid, ApiKeySid, ApiSecret, ApplicationSid, AuthToken, ClientCapability,
    ClientName, EndpointId, FilterName, Identity, NoCredentials, Outgoing, ParamName, Region, RoomName,
    TokenId, Ttl, UnixTime, VoiceIdentity, WorkerRole,
};

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, account, decode, now};

const APPLICATION: &str = "AP11111111111111111111111111111111";

fn read<'de, T: serde::Deserialize<'de>>(config: &'de Value, key: &str) -> T {
    T::deserialize(config.get(key).unwrap()).unwrap()
}

#[test]
fn a_configuration_becomes_a_token() {
    let config = json!({
        "account_sid": ACCOUNT_SID,
        "auth_token": AUTH_TOKEN,
        "application_sid": APPLICATION,
        "client": "john",
        "ttl": "5m",
        "not_before": "2023-11-14T22:13:20Z",
    });
    let account = AccountCredentials::new(read(&config, "account_sid"), read(&config, "auth_token"));
    let token = ClientCapability::new()
        .incoming(read(&config, "client"))
        .outgoing(Outgoing::to(read(&config, "application_sid")))
        .ttl(read(&config, "ttl"))
        .not_before(read(&config, "not_before"))
        .credentials(&account)
        .sign_at(now());
    let claims = decode(token.as_str(), AUTH_TOKEN).claims;
    assert_eq!(claims["nbf"], 1_700_000_000);
    assert_eq!(claims["exp"], 1_700_000_300);
}

#[test]
fn every_value_is_written_as_it_is_read() {
    fn same<T>(json: &Value)
    where
        T: serde::Serialize + serde::de::DeserializeOwned,
    {
        assert_eq!(serde_json::to_value(serde_json::from_value::<T>(json.clone()).unwrap()).unwrap(), *json);
    }
    same::<AccountSid>(&json!(ACCOUNT_SID));
    for name in ["john", "a"] {
        same::<ClientName>(&json!(name));
        same::<VoiceIdentity>(&json!(name));
        same::<Identity>(&json!(name));
        same::<ParamName>(&json!(name));
        same::<FilterName>(&json!(name));
        same::<RoomName>(&json!(name));
        same::<EndpointId>(&json!(name));
        same::<TokenId>(&json!(name));
        same::<WorkerRole>(&json!(name));
    }
    same::<Region>(&json!("ie1"));
    same::<Ttl>(&json!(300));
    same::<UnixTime>(&json!(1_700_000_000));
}

#[test]
fn names_and_sids_compare_with_strings_and_are_found_by_them() {
    let john: ClientName = "john".parse().unwrap();
    for (text, equal) in [("john", true), ("jane", false)] {
        assert_eq!([john == text, text == john, john == *text, *text == john], [equal; 4], "{text}");
    }
    let sid: ApplicationSid = APPLICATION.parse().unwrap();
    for (text, equal) in [(APPLICATION, true), (ACCOUNT_SID, false)] {
        assert_eq!([sid == text, text == sid, sid == *text, *text == sid], [equal; 4], "{text}");
    }
    assert!(sid != "AP" && Region::IE1 == "ie1" && WorkerRole::WORKER == "worker");

    let by_name = HashMap::from([(john.clone(), 1)]);
    assert_eq!(by_name.get("john"), Some(&1));
    let by_sid = BTreeMap::from([(sid, 2)]);
    assert_eq!(by_sid.get(APPLICATION), Some(&2));
    assert_eq!((String::from(john), String::from(sid)), ("john".to_owned(), APPLICATION.to_owned()));
}

#[test]
fn one_user_has_one_name_in_each_type() {
    let name = ClientName::from_static("john");
    let voice = VoiceIdentity::try_from(&name).unwrap();
    assert_eq!(ClientName::from(&voice), name);
    assert_eq!(Identity::from(&name), Identity::from(&voice));
    assert_eq!(ClientName::try_from(Identity::from(name.clone())), Ok(name));
}

#[test]
fn builders_start_in_constants() {
    const BASE: ClientCapability<NoCredentials> = ClientCapability::new();
    const CALLS: Outgoing = Outgoing::to(ApplicationSid::from_static(APPLICATION));
    let token = BASE.outgoing(CALLS).credentials(&account()).sign_at(now());
    assert_eq!(token.expires_in_at(now()), Duration::from_secs(3600));
}

#[test]
fn secrets_are_read_and_never_written() {
    let config = json!({ "secret": "not_a_real_api_secret", "number": 123_456 });
    let secret: ApiSecret = read(&config, "secret");
    assert_eq!(format!("{secret:?}"), "ApiSecret([redacted])");
    let error = serde_json::from_value::<AuthToken>(config["number"].clone()).unwrap_err();
    assert!(!error.to_string().contains("123456"), "{error}");
    assert!(serde_json::from_value::<ApiKeySid>(config["secret"].clone()).is_err());
}
