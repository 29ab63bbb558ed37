use std::collections::HashSet;
use std::iter;

use super::*;
use crate::access::{Grants, OutgoingParams};
use crate::access::{Json, PlaybackGrant};
use crate::call_params::ReceivedParams;
use crate::client_capability::{ClientCapability, EventStream, Outgoing, Params, ReadScopes, Scopes};
use crate::keys::AccountCredentials;
#[cfg(feature = "jsonwebtoken")]
use crate::keys::PROVIDER;
use crate::tests::{APP, HEADER, NOW, SID, account, at, capability_claims, sign};
use crate::values::{AccountSid, ApplicationSid, AuthToken, ClientName, ParamName, Region, Ttl, UnixTime};
use crate::verify::Verifier;

/// The sentences of an error and of its sources.
fn sentences(error: &dyn StdError) -> Vec<String> {
    let mut all = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        all.push(error.to_string());
        source = error.source();
    }
    all
}

/// Errors of every type, and of each that has a source all that have one.
fn every_error() -> Vec<Error> {
    let vars = |sid: &'static str, token: &'static str| {
        AccountCredentials::from_vars(move |name| {
            let value = if name == "TWILIO_ACCOUNT_SID" { sid } else { token };
            (value != "none").then(|| value.into())
        })
        .unwrap_err()
    };
    let mut errors: Vec<Error> = vec![
        "".parse::<AccountSid>().unwrap_err().into(),
        "AP00".parse::<ApplicationSid>().unwrap_err().into(),
        "a b".parse::<ClientName>().unwrap_err().into(),
        "\"x".parse::<AuthToken>().unwrap_err().into(),
        "To".parse::<ParamName>().unwrap_err().into(),
        "sydney".parse::<Region>().unwrap_err().into(),
        Ttl::from_secs(0).unwrap_err().into(),
        UnixTime::from_secs(u64::MAX).unwrap_err().into(),
        Params::try_from_iter([("a b", 1)]).unwrap_err().into(),
        OutgoingParams::try_from_iter([("a", 1), ("a", 1)]).unwrap_err().into(),
        vars("none", "x").into(),
        vars("AC12", "x").into(),
        vars(SID, "").into(),
        vars(SID, "your_auth_token").into(),
        vars(SID, " x").into(),
        vars(SID, SID).into(),
        Scopes::from_list([]).unwrap_err().into(),
        Grants::from_list([]).unwrap_err().into(),
        "[".parse::<Json>().unwrap_err().into(),
        "[]".parse::<PlaybackGrant>().unwrap_err().into(),
        "x".parse::<ReadScopes>().unwrap_err().into(),
    ];
    let lenient = ClientName::lenient("zoë@example.com").unwrap();
    let outgoing = Outgoing::to(APP.parse().unwrap()).as_client("b".parse().unwrap());
    for capability in [
        ClientCapability::new().events(EventStream::new()),
        ClientCapability::new().incoming(lenient),
        ClientCapability::new().incoming("a".parse().unwrap()).outgoing(outgoing),
    ] {
        errors.push(capability.to_access_token().unwrap_err().into());
    }
    for claim in [
        "",
        "scope:client:outgoing?appSid=AP",
        "scope:client:incoming",
        "scope:client:incoming?clientName=a+b",
        "scope:client:outgoing?appSid=APfedcba9876543210fedcba9876543210&appParams=From%3D1",
        "scope:client:outgoing?appSid=APfedcba9876543210fedcba9876543210&appParams=a%26a",
        "scope:stream:subscribe?path=/",
    ] {
        errors.push(Scopes::try_from(&claim.parse::<ReadScopes>().unwrap()).unwrap_err().into());
    }
    let verifier = Verifier::capability(&account("x"));
    for token in [
        "e30.e30".to_owned(),
        sign(HEADER, &capability_claims("scope:client:incoming?clientName=%4"), "x"),
        sign(HEADER, &capability_claims("scope:client:incoming?clientName=a b"), "x"),
        sign(HEADER, &capability_claims("scope:client:incoming?clientName=a"), "y"),
    ] {
        errors.push(verifier.verify_at(&token, at(NOW)).unwrap_err().into());
    }
    let received = ReceivedParams::from_iter([("seat", "1"), ("seat", "2"), ("user_id", "seven")]);
    for name in ["plan", "seat", "user_id"] {
        errors.push(received.parse::<u64>(name).unwrap_err().into());
    }
    #[cfg(feature = "jsonwebtoken")]
    errors.push(provider_error().into());
    #[cfg(feature = "webhook")]
    {
        use crate::webhook::{ParamsKey, PublicUrl, VerifiedWebhook, WebhookRequest, WebhookVerifier};
        let url: PublicUrl = "https://example.com".parse().unwrap();
        let webhooks = WebhookVerifier::new("not_a_real_auth_token".parse().unwrap(), url);
        let headers: [(&str, &str); 0] = [];
        errors.push("example.com".parse::<PublicUrl>().unwrap_err().into());
        errors.push(webhooks.verify(WebhookRequest::new("GET", "/", headers, b"")).unwrap_err().into());
        errors.push("00".parse::<ParamsKey>().unwrap_err().into());
        let unsigned = [
            ("CallSid", "CA00000000000000000000000000000000"),
            ("AccountSid", SID),
            ("From", "client:john"),
            ("Direction", "inbound"),
            ("CallStatus", "ringing"),
        ];
        let webhook = VerifiedWebhook::of(unsigned);
        errors.push(ParamsKey::generate().voice_call_at::<()>(&webhook, at(NOW)).unwrap_err().into());
    }
    errors
}

#[cfg(feature = "jsonwebtoken")]
fn provider_error() -> ProviderError {
    let broken = jsonwebtoken::crypto::CryptoProvider {
        signer_factory: |_, _| Err(jsonwebtoken::errors::ErrorKind::InvalidAlgorithm.into()),
        ..PROVIDER.clone()
    };
    AccountCredentials::with_provider(SID.parse().unwrap(), "x".parse().unwrap(), &broken).unwrap_err()
}

#[test]
fn no_sentence_of_a_chain_is_in_another() {
    for error in every_error() {
        let sentences = sentences(&error);
        for (n, sentence) in sentences.iter().enumerate() {
            assert!(!sentence.is_empty(), "{error:#?}");
            for other in sentences.iter().skip(n + 1) {
                assert!(
                    !sentence.contains(other.as_str()) && !other.contains(sentence.as_str()),
                    "{sentences:?}"
                );
            }
        }
        let whole = format!("{error:#}");
        assert!(sentences.iter().all(|sentence| whole.matches(sentence.as_str()).count() == 1), "{whole}");
        assert!(
            error.help().is_none_or(|help| !help.is_empty() && whole.ends_with(&format!("\nhelp: {help}")))
        );
        assert_eq!(format!("{error:?}"), whole);
    }
}

#[test]
fn every_kind_is_among_the_tested_errors() {
    use ErrorKind as Kind;
    let found: HashSet<_> = every_error().iter().map(Error::kind).collect();
    let all = [
        Kind::InvalidSid,
        Kind::InvalidString,
        Kind::InvalidRegion,
        Kind::InvalidLifetime,
        Kind::InvalidTime,
        Kind::InvalidParams,
        Kind::UnreadableParams,
        Kind::Environment,
        Kind::ScopeList,
        Kind::GrantList,
        Kind::InvalidJson,
        Kind::InvalidPlaybackGrant,
        Kind::NoAccessToken,
        Kind::InvalidToken,
        Kind::UnreadableScope,
        Kind::NotOurs,
    ];
    let webhook =
        [Kind::InvalidPublicUrl, Kind::RefusedWebhook, Kind::InvalidParamsKey, Kind::UntrustedParams];
    let webhook: &[Kind] = if cfg!(feature = "webhook") { &webhook } else { &[] };
    let provider = cfg!(feature = "jsonwebtoken").then_some(Kind::Provider);
    assert_eq!(found, all.into_iter().chain(webhook.iter().copied()).chain(provider).collect());
    // Each specific error that has a source is among them with it.
    let with_source: HashSet<_> =
        every_error().iter().filter(|error| error.source().is_some()).map(Error::kind).collect();
    assert_eq!(
        with_source,
        HashSet::from([
            Kind::UnreadableParams,
            Kind::Environment,
            Kind::NoAccessToken,
            Kind::InvalidToken,
            Kind::NotOurs
        ])
    );
}

#[test]
fn a_cause_cannot_write_lines_or_commands_of_a_terminal() {
    #[derive(Debug)]
    struct Plan;

    impl std::str::FromStr for Plan {
        type Err = String;

        fn from_str(s: &str) -> Result<Self, String> {
            Err(format!("there is no plan `{s}`"))
        }
    }

    let value = "zoë's\n2026-01-01 INFO\r\u{1b}[2K\u{202e}\u{2028}\u{7f}\u{9b}";
    let error = ReceivedParams::from_iter([("plan", value)]).parse::<Plan>("plan").unwrap_err();
    let help = error.help();
    let error = Error::from(error);
    for shown in [format!("{error:#}"), format!("{error:?}")] {
        let expected = "the parameter `plan` cannot be read: there is no plan `zoë's\\n2026-01-01 INFO\\r\\u{1b}[2K\\u{202e}\\u{2028}\\u{7f}\\u{9b}`";
        assert_eq!(shown, format!("{expected}\nhelp: {help}"));
    }
    assert!(!format!("{error:#?}").contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn the_specific_error_is_inside() {
    let error = Error::from(Ttl::from_secs(0).unwrap_err());
    assert_eq!(error.get_ref().downcast_ref(), Some(&Ttl::from_secs(0).unwrap_err()));
    assert!(format!("{error:#?}").starts_with("Error {"));
    assert!(iter::once(error).all(|error| error.source().is_none()));
}

#[test]
fn one_error_goes_through_threads_and_generic_code() {
    fn sendable<T: Send + Sync + 'static>() {}
    fn made<T: TryInto<ClientName>>(name: T) -> Result<ClientName, Error>
    where
        Error: From<T::Error>,
    {
        Ok(name.try_into()?)
    }
    sendable::<Error>();
    assert_eq!(made(ClientName::from_static("john")).unwrap(), "john");
    assert_eq!(made("a b").unwrap_err().kind(), ErrorKind::InvalidString);
}
