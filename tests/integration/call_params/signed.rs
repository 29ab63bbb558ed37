//! Signed parameters from the declaration to the handler, through both kinds of token.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use twilio_capability::read::ReadScope;
use twilio_capability::webhook::{
    ParamsKey, SignedParams, SignedParamsErrorKind, VoiceCall, VoiceCallError, WebhookRequest,
    WebhookVerifier,
};
use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, ApplicationSid, CallParams, ClientCapability, ClientName,
    Outgoing, OutgoingParams, ParamName, Params, Scopes, Token, Ttl, UnixTime, Verifier, VoiceIdentity,
    access_token, capability, inspect, inspect_at,
};

use crate::support::{ACCOUNT_SID, AUTH_TOKEN};

#[derive(CallParams, Clone, PartialEq, Debug)]
struct Caller {
    user_id: u64,
    plan: Option<String>,
}

const APPLICATION: &str = "AP11111111111111111111111111111111";

struct Server {
    account: AccountCredentials,
    api_key: ApiKeyCredentials,
    application: ApplicationSid,
    key: ParamsKey,
    webhooks: WebhookVerifier,
}

impl Server {
    fn new() -> Self {
        let account = ACCOUNT_SID.parse().unwrap();
        Self {
            account: AccountCredentials::new(account, AUTH_TOKEN.parse().unwrap()),
            api_key: ApiKeyCredentials::new(
                account,
                "SK00000000000000000000000000000000".parse().unwrap(),
                "not_a_real_api_secret".parse().unwrap(),
            ),
            application: APPLICATION.parse().unwrap(),
            key: ParamsKey::generate(),
            webhooks: WebhookVerifier::new(
                AUTH_TOKEN.parse().unwrap(),
                "https://example.com".parse().unwrap(),
            ),
        }
    }

    /// The parameters in the tokens of a client, first as a capability and then as an access token.
    fn tokens(&self, caller: &Caller, client: &ClientName) -> [Vec<(String, String)>; 2] {
        let now = UnixTime::now();
        let [capability, access] = self.minted(caller, client, now.after(Ttl::from_static(3600)), now);
        let read = Verifier::capability(&self.account).verify(&capability).unwrap();
        let Some(ReadScope::Outgoing { params, .. }) = read.scopes().iter().next() else {
            panic!("{read:?}")
        };
        let in_capability = params.clone();

        let read = Verifier::access_token(&self.api_key).verify(&access).unwrap();
        let outgoing = read.grants().voice.as_ref().unwrap().outgoing.clone().unwrap();
        let params = outgoing.params.to_map();
        let in_access =
            params.iter().map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned())).collect();
        [in_capability, in_access]
    }

    /// Tokens that live an hour from `now`, with parameters that are signed until another time.
    fn minted(&self, caller: &Caller, client: &ClientName, until: UnixTime, now: UnixTime) -> [Token; 2] {
        let signed =
            self.key.sign_params(caller, self.account.account_sid(), self.application, client, until);
        let capability = capability! {
            outgoing self.application as client { ..&signed };
            credentials &self.account
        };
        let identity = VoiceIdentity::try_from(client).unwrap();
        let access = access_token! {
            identity identity;
            voice { outgoing self.application { ..&signed } };
            credentials &self.api_key
        };
        [capability.sign_at(now), access.sign_at(now)]
    }

    /// The request that Twilio sends for a call of `client` with these parameters.
    fn call(
        &self,
        client: &str,
        params: &[(String, String)],
    ) -> Result<VoiceCall<SignedParams<Caller>>, VoiceCallError> {
        let client = format!("client:{client}");
        let twilio = [
            ("CallSid", "CA11111111111111111111111111111111"),
            ("AccountSid", ACCOUNT_SID),
            ("ApplicationSid", APPLICATION),
            ("From", &client),
            ("Caller", &client),
            ("To", "jane"),
            ("Direction", "inbound"),
            ("CallStatus", "ringing"),
        ];
        let params = params.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut form: Vec<_> = twilio.into_iter().chain(params).collect();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
        form.sort_unstable();
        let mut hmac = Hmac::<sha1::Sha1>::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap();
        hmac.update(b"https://example.com/voice");
        for (name, value) in &form {
            hmac.update(name.as_bytes());
            hmac.update(value.as_bytes());
        }
        let signature = STANDARD.encode(hmac.finalize().into_bytes());
        let headers = [
            ("X-Twilio-Signature", signature.as_str()),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.webhooks
            .signed_voice_call(&self.key, WebhookRequest::new("POST", "/voice", headers, body.as_bytes()))
    }
}

/// Nobody else can write a parameter of this name, but the library passes on what it signed.
#[test]
fn the_signature_has_a_name_that_is_reserved() {
    let server = Server::new();
    let caller = Caller { user_id: 42, plan: None };
    let john = ClientName::from_static("john");
    let until = UnixTime::now().after(Ttl::from_static(3600));
    let account = server.account.account_sid();
    let signed = server.key.sign_params(&caller, account, server.application, &john, until);
    let sent: Vec<_> = Params::from(&signed).iter().collect();
    assert_eq!(sent.last().unwrap().0, "params_signature");
    assert!(
        Params::try_from_iter(sent.clone()).is_err() && OutgoingParams::try_from_iter(sent.clone()).is_err()
    );
    assert!("params_signature".parse::<ParamName>().is_err());

    // A token that was read and is made again, also as an access token.
    let token = ClientCapability::new()
        .outgoing(Outgoing::to(server.application).as_client(john.clone()).params(&signed))
        .credentials(&server.account)
        .sign();
    let read = Verifier::capability(&server.account).verify(token.as_str()).unwrap();
    let scopes = Scopes::try_from(read.scopes()).unwrap();
    assert_eq!(scopes.outgoing().unwrap().iter_params().collect::<Vec<_>>(), sent);
    assert!(inspect(token.as_str()).findings().is_empty());
    let access = ClientCapability::new().incoming(john).outgoing(scopes.outgoing().unwrap().clone());
    let access = access.to_access_token().unwrap().credentials(&server.api_key).sign();
    let read = Verifier::access_token(&server.api_key).verify(access.as_str()).unwrap();
    let outgoing = read.grants().voice.as_ref().unwrap().outgoing.clone().unwrap();
    assert_eq!(outgoing.params.get("params_signature").unwrap(), sent.last().unwrap().1.as_str());
    assert!(server.call("john", &sent).is_ok());
}

/// A macro can write parameters before those of any other kind.
#[test]
fn names_before_a_spread_that_is_not_signed_replace_those_in_it() {
    let (caller, account) = (Caller { user_id: 1, plan: None }, Server::new().account);
    let params = Params::from(&caller);
    let boxed = Box::new(&caller);
    let tokens = [
        capability! { outgoing "AP11111111111111111111111111111111" { user_id = 2, ..caller }; credentials &account },
        capability! { outgoing "AP11111111111111111111111111111111" { user_id = 2, ..&params }; credentials &account },
        capability! { outgoing "AP11111111111111111111111111111111" { user_id = 2, ..boxed }; credentials &account },
    ];
    for token in tokens {
        let token = token.sign();
        let read = Verifier::capability(&account).verify(token.as_str()).unwrap();
        let Some(ReadScope::Outgoing { params, .. }) = read.scopes().iter().next() else {
            panic!("{read:?}")
        };
        assert_eq!(*params, [("user_id".to_owned(), "2".to_owned())]);
    }
}

#[test]
fn what_a_declaration_says_is_what_a_handler_reads() {
    let server = Server::new();
    for caller in
        [Caller { user_id: 42, plan: Some("gold & more".to_owned()) }, Caller { user_id: 0, plan: None }]
    {
        for params in server.tokens(&caller, &ClientName::from_static("john")) {
            let call = server.call("john", &params).unwrap();
            assert_eq!(call.params.user_id, caller.user_id);
            assert_eq!(call.params.into_inner(), caller);
        }
    }
}

#[test]
fn an_inspection_says_until_when_parameters_are_signed() {
    let (server, now) = (Server::new(), UnixTime::from_secs(1_700_000_000).unwrap());
    let caller = Caller { user_id: 42, plan: None };
    for (until, says) in [
        (1_700_003_600, None),
        (1_700_003_540, None),
        (1_700_003_660, None),
        (1_700_001_800, Some("ends 30 minutes before the token: sign them until the end of the token")),
        (
            1_700_010_800,
            Some(
                "ends 2 hours after the token: until then, a later token of the same client can send them again",
            ),
        ),
    ] {
        let until = UnixTime::from_secs(until).unwrap();
        for token in server.minted(&caller, &ClientName::from_static("john"), until, now) {
            let inspection = inspect_at(token.as_str(), now);
            let words = inspection.to_string();
            assert!(
                words.contains(&format!("\"user_id\" = \"42\" and a signature until {until}\n")),
                "{words}"
            );
            let found: Vec<_> = inspection.findings().iter().map(ToString::to_string).collect();
            let expected = says.map(|says| format!("the signature of the parameters {says}"));
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_page_cannot_change_what_was_declared() {
    let server = Server::new();
    let caller = Caller { user_id: 42, plan: None };
    for params in server.tokens(&caller, &ClientName::from_static("john")) {
        let kind = |client: &str, params: &[(String, String)]| match server.call(client, params) {
            Err(VoiceCallError::Untrusted(error)) => Some(error.kind()),
            Err(_) => None,
            Ok(call) => panic!("{call:?}"),
        };
        let mut changed = params.clone();
        changed.iter_mut().find(|(name, _)| name == "user_id").unwrap().1 = "1".to_owned();
        assert_eq!(kind("john", &changed), Some(SignedParamsErrorKind::Signature));
        let added = [params.as_slice(), &[("plan".to_owned(), "gold".to_owned())]].concat();
        assert_eq!(kind("john", &added), Some(SignedParamsErrorKind::Signature));
        let repeated = [params.as_slice(), &[("user_id".to_owned(), "1".to_owned())]].concat();
        assert_eq!(kind("john", &repeated), None);
        assert_eq!(kind("jane", &params), Some(SignedParamsErrorKind::Signature));
        let unsigned: Vec<_> =
            params.iter().filter(|(name, _)| name != "params_signature").cloned().collect();
        assert_eq!(kind("john", &unsigned), Some(SignedParamsErrorKind::Missing));
    }
}
