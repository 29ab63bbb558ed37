//! Reading a minted token gives what it was made from, for any capability. A parser reads or refuses any string.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::time::Duration;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use twilio_capability::read::{MatchedKey, ReadScope, ReadScopes, Verifier, VerifyErrorKind, inspect_at};
use twilio_capability::{
    AccountCredentials, AccountSid, ApplicationSid, ClientCapability, ClientName, EventStream, FilterName,
    Outgoing, ParamName, Scope, Scopes, Ttl, UnixTime,
};

const KEY: &str = "0123456789abcdef0123456789abcdef";

/// Random names and values, and strings that have broken encoders before.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9_]{0,12}",
        "[&=%+ ?/:;,.\\-_~!*'()\"\\\\\r\n\t\u{0}]{0,12}",
        "(%[0-9A-Fa-f]{2}|%25|%|\\+|é|📞|\u{FEFF}|\u{202E}){0,8}",
        Just("1&admin=true scope:client:outgoing?appSid=AP00000000000000000000000000000000".to_owned()),
    ]
}

fn client_name() -> impl Strategy<Value = ClientName> {
    prop_oneof![
        "[A-Za-z0-9_]{1,121}".prop_map(|name| name.parse().unwrap()),
        text().prop_filter_map("no name", |name| ClientName::lenient(name).ok()),
    ]
}

/// Names that occur once. A repeated name replaces the first, which has a separate test.
fn params(strict: bool) -> impl Strategy<Value = Vec<(String, String)>> {
    vec((text(), text()), 0..5).prop_map(move |params| {
        let mut seen = Vec::new();
        let ours =
            |name: &str| ParamName::try_from(name).is_ok() || !strict && FilterName::try_from(name).is_ok();
        let fresh = |(name, _): &(String, String)| {
            let fresh = ours(name) && !seen.contains(name);
            seen.push(name.clone());
            fresh
        };
        params.into_iter().filter(fresh).collect()
    })
}

fn application() -> impl Strategy<Value = ApplicationSid> {
    "AP[0-9a-fA-F]{32}".prop_map(|sid| sid.parse().unwrap())
}

fn outgoing() -> impl Strategy<Value = Outgoing> {
    (application(), option::of(client_name()), params(true)).prop_map(|(application, name, params)| {
        let mut outgoing = Outgoing::to(application);
        if let Some(name) = name {
            outgoing = outgoing.as_client(name);
        }
        params.into_iter().fold(outgoing, |outgoing, (name, value)| {
            outgoing.param(ParamName::try_from(name).unwrap(), value)
        })
    })
}

fn events() -> impl Strategy<Value = EventStream> {
    params(false).prop_map(|filters| {
        filters.into_iter().fold(EventStream::new(), |events, (name, value)| {
            events.filter(FilterName::try_from(name).unwrap(), value)
        })
    })
}

fn scopes() -> impl Strategy<Value = Scopes> {
    let any = (option::of(client_name()), option::of(outgoing()), option::of(events()));
    any.prop_filter_map("no scope", |(incoming, outgoing, events)| {
        // An outgoing scope without a name uses the incoming one, and the normal form contains it.
        let outgoing = match (&incoming, outgoing) {
            (Some(name), Some(outgoing)) if outgoing.client().is_none() => {
                Some(outgoing.as_client(name.clone()))
            }
            (_, outgoing) => outgoing,
        };
        let list = incoming
            .map(Scope::Incoming)
            .into_iter()
            .chain(outgoing.map(Scope::Outgoing))
            .chain(events.map(Scope::Events));
        Scopes::from_list(list).ok()
    })
}

/// A scope as the token of any library may contain it, in plain strings.
fn read_scope() -> impl Strategy<Value = (String, Vec<(String, String)>, Option<String>, usize)> {
    (text(), vec((text(), text()), 0..4), option::of(text()), 0..3_usize)
}

/// Encodes in one of the ways that libraries use: hex digits in upper or lower case, a space as `+` or `%20`.
fn encode(text: &str, upper: bool, plus: bool) -> String {
    text.bytes()
        .map(|byte| match byte {
            b' ' if plus => "+".to_owned(),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ if upper => format!("%{byte:02X}"),
            _ => format!("%{byte:02x}"),
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// parse(emit(x)) = x, also for the times and the issuer.
    #[test]
    fn a_capability_comes_back_as_it_was_minted(
        scopes in scopes(),
        account in "AC[0-9a-fA-F]{32}",
        key in "[a-zA-Z0-9]([!-~]{0,38}[a-zA-Z0-9])?",
        ttl in 1..=86_400_u64,
        now in 0..253_402_000_000_u64,
        not_before in option::of(0..86_400_u64),
    ) {
        let account: AccountSid = account.parse().unwrap();
        let credentials = AccountCredentials::new(account, key.as_str().try_into().unwrap());
        let now = UnixTime::from_secs(now).unwrap();
        let not_before = not_before.map(|before| UnixTime::from_secs(now.as_secs().saturating_sub(before)).unwrap());
        let token = ClientCapability::new()
            .scopes(scopes.clone())
            .ttl(Ttl::from_secs(ttl).unwrap())
            .maybe_not_before(not_before)
            .credentials(&credentials)
            .sign_at(now);

        let verifier = Verifier::capability(&credentials).or_auth_token(KEY.parse().unwrap());
        let capability = verifier.verify_at(token.as_str(), now).unwrap();
        prop_assert_eq!(Scopes::try_from(capability.scopes()).unwrap(), scopes);
        prop_assert_eq!(capability.issuer(), account);
        prop_assert_eq!(capability.expires_at().as_secs(), now.as_secs() + ttl);
        prop_assert_eq!(capability.not_before(), not_before);
        prop_assert_eq!(capability.matched_key(), MatchedKey::Primary);

        let inspection = inspect_at(token.as_str(), now);
        prop_assert_eq!(inspection.scopes(), Some(capability.scopes()));
        let refused = inspection.findings().iter().filter(|finding| finding.twilio_code().is_some());
        // Names by the lenient rule are the only values that this library mints and Twilio may refuse.
        prop_assert!(refused.clone().all(|finding| finding.twilio_code() == Some(31105)), "{}", inspection);

        // It is valid for as long as it says, and not one second longer.
        let last = UnixTime::from_secs(now.as_secs() + ttl - 1).unwrap();
        prop_assert!(verifier.verify_at(token.as_str(), last).is_ok());
        let error = verifier.verify_at(token.as_str(), token.expires_at()).unwrap_err();
        prop_assert_eq!(error.kind(), VerifyErrorKind::Expired);
        let error = Verifier::capability(&AccountCredentials::new(account, format!("{key}x").try_into().unwrap()))
            .leeway(Duration::from_secs(9))
            .verify_at(token.as_str(), now)
            .unwrap_err();
        prop_assert_eq!(error.kind(), VerifyErrorKind::Signature);
    }

    /// A token is read correctly in any order and spelling of its parts: nothing is lost or merged.
    #[test]
    fn any_scopes_are_read_in_any_spelling(
        scopes in vec(read_scope(), 1..5),
        upper: bool,
        plus: bool,
        reversed: bool,
    ) {
        let once = |text: &str| encode(text, upper, plus);
        let uris = scopes.iter().map(|(first, pairs, name, kind)| {
            let params: Vec<_> = pairs.iter().map(|(name, value)| format!("{}={}", once(name), once(value))).collect();
            let params = once(&params.join("&"));
            let mut query = match kind {
                0 => Vec::new(),
                1 => vec![format!("appSid={}", once(first)), format!("appParams={params}")],
                _ => vec![format!("path={}", once(first)), format!("{}={params}", if upper { "params" } else { "appParams" })],
            };
            if let (Some(name), 0 | 1) = (name, kind) {
                query.push(format!("clientName={}", once(name)));
            }
            if reversed {
                query.reverse();
            }
            let service = ["client:incoming", "client:outgoing", "stream:subscribe"][*kind];
            let separator = if query.is_empty() { "" } else { "?" };
            format!("scope:{service}{separator}{}", query.join("&"))
        });
        let claim = uris.collect::<Vec<_>>().join(" ");
        let read: ReadScopes = claim.parse().unwrap();
        prop_assert_eq!(read.as_slice().len(), scopes.len());
        for (read, (first, pairs, name, kind)) in read.iter().zip(&scopes) {
            match read {
                ReadScope::Incoming { client_name, .. } => {
                    prop_assert_eq!(*kind, 0);
                    prop_assert_eq!(client_name, name);
                }
                ReadScope::Outgoing { app_sid, client_name, params, .. } => {
                    prop_assert_eq!(*kind, 1);
                    prop_assert_eq!((app_sid, client_name, params), (first, name, pairs));
                }
                ReadScope::Events { path, filters, .. } => {
                    prop_assert_eq!(*kind, 2);
                    prop_assert_eq!((path, filters), (first, pairs));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    /// No string makes a reader panic, and the position of an error is in the string.
    #[test]
    fn any_text_is_read_or_refused(
        claim in "(scope:|client:|incoming|outgoing|stream:subscribe|\\?|&|=|%|%2|%25|\\+| |appSid|clientName|appParams|path|é|\\PC){0,20}",
        token in "[A-Za-z0-9_\\-=.é\n]{0,80}",
    ) {
        if let Err(error) = claim.parse::<ReadScopes>() {
            prop_assert!(error.position() <= claim.len());
            prop_assert!(claim.is_char_boundary(error.position()), "{:?} in {:?}", error, claim);
        }
        let credentials = AccountCredentials::new("AC00000000000000000000000000000000".parse().unwrap(), KEY.parse().unwrap());
        let error = Verifier::capability(&credentials).verify_at(&token, UnixTime::EPOCH).unwrap_err();
        prop_assert!(error.position().is_none_or(|at| at <= token.len()));
        prop_assert!(!inspect_at(&token, UnixTime::EPOCH).to_string().is_empty());
    }
}
