//! Any characters in a name, a key or a value arrive unchanged and add nothing to the token.

use std::collections::{BTreeMap, HashSet};

use crate::support::{AUTH_TOKEN, account, decode, now, scopes};
use proptest::prelude::*;
use twilio_capability::{
    ApplicationSid, ClientCapability, ClientName, EventStream, FilterName, Outgoing, ParamName,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

/// Strings from attacks, and any Unicode.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[&=%+ \"'\n\r\t\0#?;,<>A-Za-z0-9é📞-]{0,40}",
        Just("1&admin=true".to_owned()),
        Just("x scope:client:outgoing?appSid=AP00000000000000000000000000000000".to_owned()),
        Just("%26admin%3Dtrue%2526".to_owned()),
    ]
}

fn visible() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[&=%+\"'#?;<>A-Za-z0-9é📞-]{1,40}"]
}

fn client_name() -> impl Strategy<Value = ClientName> {
    visible().prop_filter_map("not a client name", |name| ClientName::lenient(name).ok())
}

fn param_names() -> impl Strategy<Value = Vec<ParamName>> {
    let name = visible().prop_filter_map("not a parameter name", |name| name.parse::<ParamName>().ok());
    prop::collection::vec(name, 0..6).prop_map(|names| {
        let mut seen = HashSet::new();
        names.into_iter().filter(|name| seen.insert(name.clone())).collect()
    })
}

proptest! {
    #[test]
    fn a_token_decodes_to_what_went_in(
        incoming in proptest::option::of(client_name()),
        caller in proptest::option::of(client_name()),
        names in param_names(),
        values in prop::collection::vec(text(), 6),
        filter in text(),
        outgoing_first in any::<bool>(),
    ) {
        let params: Vec<_> = names.iter().zip(&values).collect();
        let mut outgoing = Outgoing::to(APPLICATION);
        if let Some(caller) = &caller {
            outgoing = outgoing.as_client(caller.clone());
        }
        for (name, value) in &params {
            outgoing = outgoing.param((*name).clone(), value);
        }
        let events = EventStream::new().filter(FilterName::from_static("EventType"), &filter);
        let capability = ClientCapability::new();
        let capability = if outgoing_first {
            capability.outgoing(outgoing.clone()).events(events).maybe_incoming(incoming.clone())
        } else {
            capability.maybe_incoming(incoming.clone()).events(events).outgoing(outgoing.clone())
        };
        let token = capability.credentials(&account()).sign_at(now());

        let scope = decode(token.as_str(), AUTH_TOKEN).claims["scope"].as_str().unwrap().to_owned();
        let found = scopes(&scope);
        prop_assert_eq!(found.len(), 2 + usize::from(incoming.is_some()), "{}", scope);

        let mut found = found.into_iter().peekable();
        if let Some(incoming) = &incoming {
            let taken = found.next().unwrap();
            prop_assert_eq!(&taken.name, "scope:client:incoming");
            prop_assert_eq!(&taken.query, &BTreeMap::from([("clientName".to_owned(), incoming.to_string())]));
        }
        let made = found.next().unwrap();
        prop_assert_eq!(&made.name, "scope:client:outgoing");
        let mut query = BTreeMap::from([("appSid".to_owned(), APPLICATION.to_string())]);
        if let Some(name) = caller.as_ref().or(incoming.as_ref()) {
            query.insert("clientName".to_owned(), name.to_string());
        }
        prop_assert_eq!(&made.query, &query);
        let mut given: Vec<_> = params.iter().map(|(name, value)| (name.to_string(), (*value).clone())).collect();
        given.sort();
        prop_assert_eq!(&made.params, &given);
        let read: Vec<_> = outgoing.iter_params().collect();
        prop_assert_eq!(read.len(), given.len());
        prop_assert!(read.iter().all(|pair| given.contains(pair)));

        let events = found.next().unwrap();
        prop_assert_eq!(&events.name, "scope:stream:subscribe");
        prop_assert_eq!(&events.query, &BTreeMap::from([("path".to_owned(), "/2010-04-01/Events".to_owned())]));
        prop_assert_eq!(&events.params, &[("EventType".to_owned(), filter)]);
    }

    #[test]
    fn the_scope_is_of_characters_that_json_leaves_alone(name in client_name(), value in text()) {
        let outgoing = Outgoing::to(APPLICATION).param(ParamName::from_static("k"), value);
        let token = ClientCapability::new().incoming(name).outgoing(outgoing).credentials(&account()).sign_at(now());
        let claims = decode(token.as_str(), AUTH_TOKEN).claims;
        let scope = claims["scope"].as_str().unwrap();
        prop_assert!(scope.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%:/?&= ".contains(&b)), "{}", scope);
    }
}
