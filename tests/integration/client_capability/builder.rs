//! The builder of capability tokens: the order of calls, replaced values, times, and secrets that it does not show.

use std::error::Error;
use std::time::Duration;

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, account, decode, now};
use twilio_capability::{
    AccountCredentials, AccountSid, ApiSecret, ApplicationSid, AuthToken, ClientCapability, ClientName,
    EnvErrorKind, EventStream, FilterName, Outgoing, ParamName, Scope, Scopes, ScopesError, SidErrorKind,
    SidKind, Token, Ttl, UnixTime, Verifier, VerifyErrorKind,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const JOHN: ClientName = ClientName::from_static("john");
const USER_ID: ParamName = ParamName::from_static("user_id");

fn claims(token: &Token) -> serde_json::Value {
    decode(token.as_str(), AUTH_TOKEN).claims
}

#[test]
fn scopes_and_what_is_wrong_with_a_list_of_them_are_told_in_words() {
    let events = EventStream::new().filter(FilterName::from_static("To"), "a b");
    let outgoing = Outgoing::to(APPLICATION).param(USER_ID, 7);
    let all =
        Scopes::from_list([Scope::Events(events.clone()), Scope::Outgoing(outgoing), Scope::Incoming(JOHN)]);
    assert_eq!(
        all.unwrap().to_string(),
        "can receive calls to \"john\"; can make calls to application AP11111111111111111111111111111111 as \"john\" with \
         \"user_id\" = \"7\"; can read the account's events with \"To\" = \"a b\""
    );
    let alone = Scopes::from_list([Scope::Outgoing(Outgoing::to(APPLICATION))]).unwrap();
    assert_eq!(alone.to_string(), "can make calls to application AP11111111111111111111111111111111");
    let twice = Scopes::from_list([Scope::Events(events), Scope::Events(EventStream::new())]);
    assert_eq!(
        twice.unwrap_err().to_string(),
        "the list has two event-stream scopes: give one all the filters"
    );
}

#[test]
fn the_default_is_an_empty_builder() {
    let (new, default) = (ClientCapability::new(), ClientCapability::default());
    let sign = |capability: ClientCapability<_, _>| {
        capability.incoming(JOHN).credentials(&account()).sign_at(now()).to_string()
    };
    assert_eq!(sign(new), sign(default));
}

#[test]
#[should_panic(expected = "character 2 of this client name is a space")]
fn a_name_in_the_source_panics_with_the_report() {
    let _ = ClientName::from_static("a b");
}

#[test]
fn a_sid_comes_from_the_environment() {
    let error = ApplicationSid::from_env("TWILIO_CAPABILITY_IS_NOT_SET").unwrap_err();
    assert_eq!(error.to_string(), "the environment variable TWILIO_CAPABILITY_IS_NOT_SET is not set");
    // Cargo sets this variable.
    let error = ApplicationSid::from_env("CARGO_PKG_NAME").unwrap_err();
    assert_eq!(error.kind(), EnvErrorKind::Invalid);
    assert!(error.source().is_some());
}

#[test]
fn the_order_of_calls_does_not_matter() {
    let outgoing = || Outgoing::to(APPLICATION).param(USER_ID, 7);
    let one =
        ClientCapability::new().incoming(JOHN).outgoing(outgoing()).ttl(Ttl::MAX).credentials(&account());
    let other =
        ClientCapability::new().credentials(&account()).ttl(Ttl::MAX).outgoing(outgoing()).incoming(JOHN);
    assert_eq!(one.sign_at(now()).as_str(), other.sign_at(now()).as_str());
}

#[test]
fn signing_twice_gives_equal_claims_and_a_clone_too() {
    let capability =
        ClientCapability::new().incoming(JOHN).events(EventStream::new()).credentials(&account());
    let first = capability.sign_at(now());
    assert_eq!(first.as_str(), capability.sign_at(now()).as_str());
    assert_eq!(first.as_str(), capability.clone().sign_at(now()).as_str());
}

#[test]
fn sign_reads_the_clock() {
    let before = UnixTime::now();
    let token = ClientCapability::new().incoming(JOHN).credentials(&account()).sign();
    let expires = token.expires_at();
    assert!(before.after(Ttl::default()) <= expires && expires <= UnixTime::now().after(Ttl::default()));
    assert_eq!(claims(&token)["exp"], expires.as_secs());
}

#[test]
fn an_outgoing_scope_without_a_name_takes_the_incoming_one() {
    let token =
        ClientCapability::new().outgoing(Outgoing::to(APPLICATION)).incoming(JOHN).credentials(&account());
    let scope = claims(&token.sign_at(now()))["scope"].as_str().unwrap().to_owned();
    assert!(scope.ends_with("appSid=AP11111111111111111111111111111111&clientName=john"), "{scope}");

    let jane = Outgoing::to(APPLICATION).as_client(ClientName::from_static("jane"));
    let token = ClientCapability::new().outgoing(jane).incoming(JOHN).credentials(&account()).sign_at(now());
    assert!(claims(&token)["scope"].as_str().unwrap().ends_with("&clientName=jane"));
}

#[test]
fn a_setter_that_is_called_again_replaces() {
    let twice = ClientCapability::new()
        .incoming(ClientName::from_static("jane"))
        .incoming(JOHN)
        .ttl(Ttl::MAX)
        .ttl(Ttl::MIN)
        .credentials(&account());
    let once = ClientCapability::new().incoming(JOHN).ttl(Ttl::MIN).credentials(&account());
    assert_eq!(twice.sign_at(now()).as_str(), once.sign_at(now()).as_str());
}

#[test]
fn an_optional_part_changes_what_is_signed_and_not_the_type() {
    let with = |name: Option<ClientName>, ttl: Option<Ttl>| {
        ClientCapability::new()
            .maybe_incoming(name)
            .maybe_outgoing(None)
            .maybe_events(None)
            .events(EventStream::new())
            .maybe_ttl(ttl)
            .maybe_not_before(None)
            .maybe_expires_at(None)
            .credentials(&account())
            .sign_at(now())
    };
    let scope = |token: &Token| claims(token)["scope"].as_str().unwrap().to_owned();
    assert_eq!(scope(&with(None, None)), "scope:stream:subscribe?path=%2F2010-04-01%2FEvents");
    assert!(scope(&with(Some(JOHN), None)).starts_with("scope:client:incoming?clientName=john "));
    assert_eq!(with(None, Some(Ttl::MIN)).expires_at().as_secs(), now().as_secs() + 1);
}

#[test]
fn none_keeps_what_was_given() {
    let capability = ClientCapability::new()
        .incoming(JOHN)
        .maybe_incoming(None)
        .outgoing(Outgoing::to(APPLICATION))
        .maybe_outgoing(None)
        .events(EventStream::new())
        .maybe_events(None);
    let scope =
        claims(&capability.credentials(&account()).sign_at(now()))["scope"].as_str().unwrap().to_owned();
    assert_eq!(scope.split(' ').count(), 3, "{scope}");
}

#[test]
fn the_end_is_never_more_than_24_hours_away() {
    let capability = ClientCapability::new().incoming(JOHN).credentials(&account());
    let at = |seconds: u64| UnixTime::from_secs(seconds).unwrap();
    let (second, day) = (now().as_secs(), 86_400);
    let ends = |capability: ClientCapability<_, _>| capability.sign_at(now()).expires_at().as_secs() - second;
    assert_eq!(ends(capability.clone()), 3600);
    assert_eq!(ends(capability.clone().expires_at(at(second + 60))), 60);
    assert_eq!(ends(capability.clone().expires_at(at(second + 2 * day))), day);
    assert_eq!(ends(capability.clone().expires_at(at(second + 60)).ttl(Ttl::MIN)), 1);
    assert_eq!(ends(capability.clone().ttl(Ttl::MIN).expires_at(at(second + 60))), 60);
    // A lifetime starts when the token becomes valid.
    assert_eq!(ends(capability.clone().not_before(at(second + 100)).ttl(Ttl::MIN)), 101);
    assert_eq!(ends(capability.clone().not_before(at(second - 100)).ttl(Ttl::MIN)), 1);
    assert_eq!(ends(capability.clone().not_before(at(second + 100)).ttl(Ttl::MAX)), day);

    let past = capability.clone().expires_at(at(second - 1)).sign_at(now());
    assert_eq!(past.expires_at().as_secs(), second - 1);
    let refused = |token: &Token| {
        let verifier = Verifier::capability(&account()).leeway(Duration::from_secs(2 * day));
        let wrong_clock = verifier.verify_at(token, now()).err().map(|error| error.kind());
        (Verifier::capability(&account()).verify_at(token, now()).unwrap_err().kind(), wrong_clock)
    };
    assert_eq!(refused(&past), (VerifyErrorKind::Expired, None));
    let backwards =
        capability.clone().not_before(at(second + 100)).expires_at(at(second + 60)).sign_at(now());
    assert_eq!(refused(&backwards), (VerifyErrorKind::NotYetValid, Some(VerifyErrorKind::NeverValid)));
    let last = capability.sign_at(UnixTime::MAX);
    assert_eq!(claims(&last)["exp"], UnixTime::MAX.as_secs());
}

#[test]
fn scopes_chosen_at_run_time() {
    let outgoing = Outgoing::to(APPLICATION).param(USER_ID, 7);
    let list = [Scope::Outgoing(outgoing.clone()), Scope::Incoming(JOHN), Scope::Events(EventStream::new())];
    let scopes = Scopes::from_list(list).unwrap();
    assert_eq!((scopes.incoming(), scopes.outgoing()), (Some(&JOHN), Some(&outgoing)));
    assert_eq!(
        scopes.to_string(),
        "can receive calls to \"john\"; can make calls to application AP11111111111111111111111111111111 as \"john\" with \
         \"user_id\" = \"7\"; can read the account's events"
    );
    let by_list = ClientCapability::new().scopes(scopes).credentials(&account()).sign_at(now());
    let by_calls =
        ClientCapability::new().incoming(JOHN).outgoing(outgoing.clone()).events(EventStream::new());
    assert_eq!(by_list.as_str(), by_calls.credentials(&account()).sign_at(now()).as_str());

    assert_eq!(Scopes::from_list([]), Err(ScopesError::Empty));
    assert_eq!(
        Scopes::from_list([Scope::Incoming(JOHN), Scope::Incoming(JOHN)]),
        Err(ScopesError::TwiceIncoming)
    );
    let outgoing = Scope::Outgoing(outgoing);
    assert_eq!(Scopes::from_list([outgoing.clone(), outgoing]), Err(ScopesError::TwiceOutgoing));
    let events = Scope::Events(EventStream::new());
    assert_eq!(Scopes::from_list([events.clone(), events]), Err(ScopesError::TwiceEvents));
}

#[test]
fn sids_of_two_kinds_do_not_mix() {
    let error = APPLICATION.as_str().parse::<AccountSid>().unwrap_err();
    assert_eq!(error.kind(), SidErrorKind::OtherKind(SidKind::Application));
    // That they are two types is what `tests/ui/builder/account_sid_as_application.rs` shows.
}

#[test]
fn debug_shows_no_secret() {
    let secret = "not_a_real_auth_token";
    let auth_token: AuthToken = secret.parse().unwrap();
    let api_secret: ApiSecret = secret.parse().unwrap();
    let account = AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), secret.parse().unwrap());
    let outgoing = Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, 7);
    let events = EventStream::new().filter(FilterName::from_static("a"), 1);
    let capability =
        ClientCapability::new().incoming(JOHN).outgoing(outgoing).events(events).credentials(&account);
    let token = capability.sign_at(now());
    let signature = token.as_str().rsplit('.').next().unwrap();
    let shown = format!("{auth_token:?} {api_secret:?} {account:?} {capability:?} {capability:#?} {token:?}");
    assert!(!shown.contains(secret) && !shown.contains(signature), "{shown}");
    assert!(shown.contains(ACCOUNT_SID) && shown.contains("[redacted]"), "{shown}");
    // Not as a string, and not as a list of bytes.
    let bytes = format!("{:?}", secret.as_bytes());
    assert!(!shown.contains(&bytes[1..bytes.len() - 1]), "{shown}");
}

#[test]
fn a_token_is_text_to_everyone_but_debug() {
    let token = ClientCapability::new().incoming(JOHN).credentials(&account()).sign_at(now());
    let text = token.as_str().to_owned();
    assert_eq!(token.to_string(), text);
    assert_eq!(token.as_ref(), text);
    assert_eq!(serde_json::to_value(&token).unwrap(), serde_json::json!(text));
    assert_eq!(String::from(token), text);
}

#[test]
fn credentials_may_be_shared_between_threads() {
    let account = account();
    let capability = ClientCapability::new().incoming(JOHN).credentials(&account);
    let expected = capability.sign_at(now()).to_string();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(capability.sign_at(now()).as_str(), expected));
        }
    });
}
