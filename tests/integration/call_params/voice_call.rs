//! A voice call from a request that Twilio's own library signed.

#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::error::Error as _;

use twilio_capability::webhook::{
    CallDirection, CallStatus, VerifiedWebhook, VoiceCall, VoiceCallError, WebhookErrorKind, WebhookRequest,
    WebhookVerifier,
};
use twilio_capability::{CallParams, CallParamsErrorKind, ClientName, Error, ErrorKind};

use crate::support::{ACCOUNT_SID, AUTH_TOKEN};

#[derive(CallParams, PartialEq, Debug)]
struct Caller {
    user_id: u64,
    plan: Option<String>,
}

/// The parameters of a program that expects more than the token sends.
#[derive(CallParams, Debug)]
struct Expecting {
    seat: u8,
}

/// The parameters of a program that expects another type.
#[derive(CallParams, Debug)]
struct Misread {
    user_id: bool,
}

/// The body of the vector "a call with one parameter of ours".
const BODY: &[u8] = b"CallSid=CA11111111111111111111111111111111&AccountSid=AC0123456789abcdef0123456789abcdef\
    &From=client%3Ajohn&To=&Caller=client%3Ajohn&Called=&Direction=inbound&CallStatus=ringing&ApiVersion=2010-04-01\
    &ApplicationSid=AP11111111111111111111111111111111&user_id=42";

fn webhooks() -> WebhookVerifier {
    WebhookVerifier::new(AUTH_TOKEN.parse().unwrap(), "https://example.com".parse().unwrap())
}

fn request(body: &[u8]) -> WebhookRequest<'_> {
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("X-Twilio-Signature", "Kr8+h1b8YN6tg9i/FWyqKpMiJvQ="),
    ];
    WebhookRequest::new("POST", "/voice", headers, body)
}

#[test]
fn a_request_of_twilio_is_a_voice_call() {
    let call: VoiceCall<Caller> = webhooks().voice_call(request(BODY)).unwrap();
    assert_eq!(call.call_sid, "CA11111111111111111111111111111111");
    assert_eq!(call.account_sid, ACCOUNT_SID);
    assert_eq!(call.application_sid.unwrap(), "AP11111111111111111111111111111111");
    assert_eq!((call.from.as_str(), call.to), ("client:john", None));
    assert_eq!(call.caller, Some(ClientName::from_static("john")));
    assert_eq!((call.direction, call.status), (CallDirection::Inbound, CallStatus::Ringing));
    assert_eq!(call.params, Caller { user_id: 42, plan: None });

    let webhook: VerifiedWebhook = webhooks().verify(request(BODY)).unwrap();
    assert_eq!(VoiceCall::<Caller>::try_from(&webhook).unwrap().params.user_id, 42);
}

#[test]
fn the_error_says_whether_twilio_sent_the_request() {
    let changed = [BODY, b"&plan=paid"].concat();
    let error = webhooks().voice_call::<Caller>(request(&changed)).unwrap_err();
    assert!(matches!(&error, VoiceCallError::Refused(error) if error.kind() == WebhookErrorKind::Signature));
    assert!(
        error.help().starts_with("the URL that was verified is https://example.com/voice"),
        "{}",
        error.help()
    );
    assert_eq!(error.to_string(), "the signature does not match the request");
    assert_eq!(Error::from(error).kind(), ErrorKind::RefusedWebhook);

    let error = webhooks().voice_call::<Expecting>(request(BODY)).unwrap_err();
    assert!(matches!(&error, VoiceCallError::Unreadable(error)
        if error.name() == "seat" && error.kind() == CallParamsErrorKind::Missing));
    assert_eq!(error.to_string(), "the parameter `seat` is missing");
    assert_eq!(error.help(), "if calls without it are right, read it as an `Option`");
    assert!(error.source().is_none());
    assert_eq!(Error::from(error).kind(), ErrorKind::UnreadableParams);

    let error = webhooks().voice_call::<Misread>(request(BODY)).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "provided string was not `true` or `false`");
}
