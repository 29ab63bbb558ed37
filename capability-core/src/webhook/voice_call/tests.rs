use std::error::Error;

use super::*;
use crate::call_params::{CallParamsErrorKind, ParamsWriter};

/// The parameters of the vector "a call with one parameter of ours".
const RECEIVED: [(&str, &str); 11] = [
    ("CallSid", "CA11111111111111111111111111111111"),
    ("AccountSid", "AC00000000000000000000000000000000"),
    ("From", "client:john"),
    ("To", ""),
    ("Caller", "client:john"),
    ("Called", ""),
    ("Direction", "inbound"),
    ("CallStatus", "ringing"),
    ("ApiVersion", "2010-04-01"),
    ("ApplicationSid", "AP11111111111111111111111111111111"),
    ("user_id", "42"),
];

#[derive(PartialEq, Debug)]
struct User {
    user_id: u64,
}

impl CallParams for User {
    fn write_params(&self, _: &mut ParamsWriter<'_>) {}

    fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError> {
        Ok(Self { user_id: received.parse("user_id")? })
    }
}

/// The call with `value` for `name`, or without `name`.
fn with(name: &str, value: Option<&str>) -> Result<VoiceCall<User>, CallParamsError> {
    let others = RECEIVED.into_iter().filter(|(other, _)| *other != name);
    VoiceCall::read(&others.chain(value.map(|value| (name, value))).collect())
}

/// The call of `caller`, which Twilio writes into two parameters.
fn by(caller: &str) -> Result<VoiceCall<User>, CallParamsError> {
    let others = RECEIVED.into_iter().filter(|(name, _)| !["From", "Caller"].contains(name));
    VoiceCall::read(&others.chain([("From", caller), ("Caller", caller)]).collect())
}

#[test]
fn each_parameter_becomes_its_type() {
    let call: VoiceCall<User> = VoiceCall::read(&ReceivedParams::from_iter(RECEIVED)).unwrap();
    assert_eq!(call.call_sid, "CA11111111111111111111111111111111");
    assert_eq!(call.account_sid, "AC00000000000000000000000000000000");
    assert_eq!(call.application_sid.unwrap(), "AP11111111111111111111111111111111");
    assert_eq!((call.from.as_str(), call.caller), ("client:john", Some(ClientName::from_static("john"))));
    assert_eq!((call.to, call.direction, call.status), (None, CallDirection::Inbound, CallStatus::Ringing));
    assert_eq!(call.params, User { user_id: 42 });
}

#[test]
fn what_a_phone_number_sends_is_read_too() {
    assert_eq!(by("+15550100").unwrap().caller, None);
    assert_eq!(by("").unwrap().caller, None);
    assert_eq!(with("To", Some("+15550100")).unwrap().to.as_deref(), Some("+15550100"));
    assert_eq!(with("To", None).unwrap().to, None);
    assert_eq!(with("ApplicationSid", None).unwrap().application_sid, None);
}

#[test]
fn without_caller_the_client_is_that_of_from() {
    let call = with("Caller", None).unwrap();
    assert_eq!(call.caller.unwrap(), "john");
    // A name by the wider rule, as access tokens can have.
    assert_eq!(by("client:zoë@example.com").unwrap().caller.unwrap(), "zoë@example.com");
}

#[test]
fn two_callers_are_refused() {
    for (name, value) in
        [("Caller", "client:alice"), ("From", "client:alice"), ("From", "+15550100"), ("Caller", "")]
    {
        let error = with(name, Some(value)).unwrap_err();
        assert_eq!(
            (error.name(), error.kind()),
            ("Caller", CallParamsErrorKind::Malformed),
            "{name} {value}"
        );
        assert_eq!(error.source().unwrap().to_string(), "`Caller` and `From` are not the same");
    }
}

#[test]
fn an_unknown_direction_or_status_is_kept() {
    let call = with("Direction", Some("sideways")).unwrap();
    assert_eq!(
        (call.direction.as_str(), &call.direction),
        ("sideways", &CallDirection::Other("sideways".to_owned()))
    );
    let call = with("CallStatus", Some("")).unwrap();
    assert_eq!(call.status, CallStatus::Other(String::new()));
    for word in [
        "queued",
        "initiated",
        "ringing",
        "in-progress",
        "completed",
        "busy",
        "failed",
        "no-answer",
        "canceled",
    ] {
        let status = with("CallStatus", Some(word)).unwrap().status;
        assert_eq!(status.to_string(), word);
        assert!(!matches!(status, CallStatus::Other(_)), "{word}");
    }
    for word in ["inbound", "outbound-api", "outbound-dial"] {
        let direction = with("Direction", Some(word)).unwrap().direction;
        assert_eq!(direction.to_string(), word);
        assert!(!matches!(direction, CallDirection::Other(_)), "{word}");
    }
}

#[test]
fn a_missing_parameter_is_named() {
    for name in ["CallSid", "AccountSid", "From", "Direction", "CallStatus", "user_id"] {
        let error = with(name, None).unwrap_err();
        assert_eq!((error.name(), error.kind()), (name, CallParamsErrorKind::Missing));
    }
}

#[test]
fn a_malformed_parameter_is_named() {
    for (name, value, source) in [
        ("CallSid", "AC00000000000000000000000000000000", "this is an account SID, not a call SID"),
        ("AccountSid", "", "this string is empty, but an account SID is needed"),
        ("ApplicationSid", "AP", "an application SID has 34 characters, this one has 2"),
        ("user_id", "-1", "invalid digit found in string"),
    ] {
        let error = with(name, Some(value)).unwrap_err();
        assert_eq!((error.name(), error.kind()), (name, CallParamsErrorKind::Malformed));
        assert_eq!(error.source().unwrap().to_string(), source);
    }
    for (caller, source) in [
        ("client:", "this client name is empty"),
        ("client:john smith", "character 5 of this client name is a space"),
    ] {
        let error = by(caller).unwrap_err();
        assert_eq!((error.name(), error.kind()), ("From", CallParamsErrorKind::Malformed));
        assert_eq!(error.source().unwrap().to_string(), source);
    }
}

#[test]
fn a_parameter_that_arrives_twice_is_named() {
    for (name, value) in RECEIVED {
        let received = RECEIVED.into_iter().chain([(name, value)]).collect();
        let error = VoiceCall::<User>::read(&received).unwrap_err();
        assert_eq!((error.name(), error.kind()), (name, CallParamsErrorKind::Repeated));
    }
    // Parameters that nobody declared can be there twice.
    let received = RECEIVED.into_iter().chain([("tag", "a"), ("tag", "b")]).collect();
    assert!(VoiceCall::<User>::read(&received).is_ok());
    assert!(VoiceCall::<()>::read(&RECEIVED.into_iter().chain([("user_id", "43")]).collect()).is_ok());
}
