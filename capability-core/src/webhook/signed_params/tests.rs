use std::fmt;

use base64::Engine;
use proptest::prelude::*;
use zeroize::Zeroizing;

use super::*;
use crate::call_params::{CallParamsError, CallParamsErrorKind, ParamsWriter, ReceivedParams};
use crate::keys::{EnvValue, Fault, Hs256};
use crate::values::{AccountSid, ApplicationSid, ClientName, UnixTime};
use crate::webhook::{VerifiedWebhook, VoiceCall, VoiceCallError};

type Form = Vec<(String, String)>;

const UNTIL: u64 = 1_700_000_300;
const NOW: u64 = 1_700_000_000;

#[derive(Clone, PartialEq, Eq, Debug)]
struct Caller {
    user_id: u64,
    note: String,
    plan: Option<String>,
}

impl CallParams for Caller {
    fn write_params(&self, writer: &mut ParamsWriter<'_>) {
        writer.param(ParamName::from_static("user_id"), self.user_id);
        writer.param(ParamName::from_static("note"), &self.note);
        if let Some(plan) = &self.plan {
            writer.param(ParamName::from_static("plan"), plan);
        }
    }

    fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError> {
        Ok(Self {
            user_id: received.parse("user_id")?,
            note: received.parse("note")?,
            plan: received.parse_optional("plan")?,
        })
    }
}

fn caller() -> Caller {
    Caller { user_id: 42, note: "a & b".to_owned(), plan: Some("gold".to_owned()) }
}

fn key() -> ParamsKey {
    ParamsKey::from_bytes(&[7; 32]).unwrap()
}

fn account() -> AccountSid {
    "AC00000000000000000000000000000000".parse().unwrap()
}

fn application() -> ApplicationSid {
    "AP11111111111111111111111111111111".parse().unwrap()
}

fn sent(caller: &impl CallParams) -> Vec<(String, String)> {
    let until = UnixTime::from_secs(UNTIL).unwrap();
    let signed = key().sign_params(caller, account(), application(), &ClientName::from_static("john"), until);
    Params::from(&signed).iter().collect()
}

/// What Twilio sends, with these parameters of the program.
fn request(params: &[(String, String)]) -> Vec<(String, String)> {
    let twilio = [
        ("CallSid", "CA00000000000000000000000000000000"),
        ("AccountSid", "AC00000000000000000000000000000000"),
        ("ApplicationSid", "AP11111111111111111111111111111111"),
        ("From", "client:john"),
        ("To", "jane"),
        ("Caller", "client:john"),
        ("Direction", "inbound"),
        ("CallStatus", "ringing"),
    ];
    let twilio = twilio.map(|(name, value)| (name.to_owned(), value.to_owned()));
    twilio.into_iter().chain(params.iter().cloned()).collect()
}

fn webhook(params: &[(String, String)]) -> VerifiedWebhook {
    VerifiedWebhook { params: params.iter().cloned().collect(), body: Vec::new() }
}

fn received(key: &ParamsKey, params: &[(String, String)], now: u64) -> Result<Caller, VoiceCallError> {
    let webhook = webhook(params);
    let call: VoiceCall<SignedParams<Caller>> =
        key.voice_call_at(&webhook, UnixTime::from_secs(now).unwrap())?;
    Ok(call.params.into_inner())
}

fn kind(params: &[(String, String)]) -> SignedParamsErrorKind {
    match received(&key(), params, NOW) {
        Err(VoiceCallError::Untrusted(error)) => error.kind(),
        other => panic!("{other:?}"),
    }
}

fn set(params: &mut [(String, String)], name: &str, value: &str) {
    params.iter_mut().find(|(found, _)| found == name).unwrap().1 = value.to_owned();
}

fn set_caller(params: &mut [(String, String)], caller: &str) {
    set(params, "From", caller);
    set(params, "Caller", caller);
}

#[test]
fn what_was_signed_arrives() {
    for caller in [caller(), Caller { plan: None, ..caller() }, Caller { note: String::new(), ..caller() }] {
        let mut params = request(&sent(&caller));
        assert_eq!(received(&key(), &params, NOW).unwrap(), caller);
        // What the page adds under other names is not ours.
        params.push(("room".to_owned(), "7".to_owned()));
        assert_eq!(received(&key(), &params, UNTIL - 1).unwrap(), caller);
    }
    let webhook = webhook(&request(&sent(&caller())));
    let call: VoiceCall<SignedParams<Caller>> =
        key().voice_call_at(&webhook, UnixTime::from_secs(NOW).unwrap()).unwrap();
    assert_eq!(call.params.user_id, 42);
}

#[test]
fn an_access_token_sends_the_same() {
    let until = UnixTime::from_secs(UNTIL).unwrap();
    let name = ClientName::from_static("john");
    let signed = key().sign_params(&caller(), account(), application(), &name, until);
    let outgoing = OutgoingParams::from(&signed);
    let strings: Vec<_> =
        outgoing.iter().map(|(name, value)| (name.to_owned(), value.as_str().unwrap().to_owned())).collect();
    assert_eq!(strings, sent(&caller()));
}

#[test]
fn each_change_has_its_kind() {
    use SignedParamsErrorKind as Kind;
    let good = request(&sent(&caller()));
    let changed = |change: &dyn Fn(&mut Form)| {
        let mut params = good.clone();
        change(&mut params);
        params
    };
    let signature = sent(&caller()).pop().unwrap().1;
    for (params, expected) in [
        (changed(&|params| set(params, "user_id", "43")), Kind::Signature),
        // The same number, written in another way.
        (changed(&|params| set(params, "user_id", "042")), Kind::Signature),
        (changed(&|params| set(params, "note", "")), Kind::Signature),
        (changed(&|params| params.retain(|(name, _)| name != "plan")), Kind::Signature),
        (changed(&|params| set_caller(params, "client:jane")), Kind::Signature),
        (
            changed(&|params| set(params, "ApplicationSid", "AP22222222222222222222222222222222")),
            Kind::Signature,
        ),
        (changed(&|params| set(params, "AccountSid", "AC22222222222222222222222222222222")), Kind::Signature),
        (
            changed(&|params| set(params, PROOF, &signature.replace("1700000300", "1700000301"))),
            Kind::Signature,
        ),
        (changed(&|params| params.retain(|(name, _)| name != PROOF)), Kind::Missing),
        (changed(&|params| set_caller(params, "+15550100")), Kind::NoClient),
        (changed(&|params| params.retain(|(name, _)| name != "ApplicationSid")), Kind::NoApplication),
    ] {
        assert_eq!(kind(&params), expected, "{params:?}");
    }
    for malformed in [
        "",
        ".",
        "1700000300",
        "1700000300.",
        &signature[1..],
        &format!("0{signature}"),
        &format!("+{signature}"),
        &format!("{signature}="),
        &format!("{signature}A"),
        &signature[..53],
        "18446744073709551616.AAAA",
    ] {
        let params = changed(&|params| set(params, PROOF, malformed));
        assert!(matches!(kind(&params), Kind::Malformed | Kind::Signature), "{malformed}");
    }
    // An optional parameter that was absent when it was signed.
    let mut added = request(&sent(&Caller { plan: None, ..caller() }));
    added.push(("plan".to_owned(), "gold".to_owned()));
    assert_eq!(kind(&added), Kind::Signature);

    for name in ["user_id", "plan", PROOF] {
        let repeated = changed(&|params| {
            let again = params.iter().find(|(found, _)| found == name).unwrap().clone();
            params.push(again);
        });
        let Err(VoiceCallError::Unreadable(error)) = received(&key(), &repeated, NOW) else {
            panic!("{name}")
        };
        assert_eq!((error.kind(), error.name()), (CallParamsErrorKind::Repeated, name));
    }
    let missing = changed(&|params| params.retain(|(name, _)| name != "user_id"));
    let Err(VoiceCallError::Unreadable(error)) = received(&key(), &missing, NOW) else { panic!() };
    assert_eq!(error.kind(), CallParamsErrorKind::Missing);

    for now in [UNTIL, UNTIL + 1] {
        let Err(VoiceCallError::Untrusted(error)) = received(&key(), &good, now) else { panic!() };
        assert_eq!(error.kind(), Kind::Expired);
    }
}

/// Reads the last value of a name, as a type that somebody writes by hand can do.
#[derive(PartialEq, Debug)]
struct Last(String);

impl CallParams for Last {
    fn write_params(&self, writer: &mut ParamsWriter<'_>) {
        writer.param(ParamName::from_static("role"), &self.0);
    }

    fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError> {
        Ok(Self(received.get_all("role").last().unwrap_or_default().to_owned()))
    }
}

#[test]
fn no_value_that_is_received_is_written() {
    #[derive(Debug)]
    struct Panics;

    impl fmt::Display for Panics {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            panic!("a value that the page chose is written")
        }
    }

    impl CallParams for Panics {
        fn write_params(&self, writer: &mut ParamsWriter<'_>) {
            writer.param(ParamName::from_static("role"), self);
        }

        fn read_params(_: &ReceivedParams) -> Result<Self, CallParamsError> {
            Ok(Self)
        }
    }

    let mut params = request(&sent(&Last("guest".to_owned())));
    let call = |params: &[(String, String)]| {
        let webhook = webhook(params);
        key().voice_call_at::<Panics>(&webhook, UnixTime::from_secs(NOW).unwrap()).map(drop)
    };
    assert!(call(&params).is_ok());
    set(&mut params, "role", "admin");
    let VoiceCallError::Untrusted(error) = call(&params).unwrap_err() else { panic!() };
    assert_eq!(error.kind(), SignedParamsErrorKind::Signature);
}

#[test]
fn no_field_is_read_without_a_signature() {
    #[derive(Debug)]
    struct Unread;

    impl CallParams for Unread {
        fn write_params(&self, _: &mut ParamsWriter<'_>) {}

        fn read_params(_: &ReceivedParams) -> Result<Self, CallParamsError> {
            panic!("a value that the page chose is read")
        }
    }

    let kind = |proof: &[(String, String)]| {
        let webhook = webhook(&request(proof));
        match key().voice_call_at::<Unread>(&webhook, UnixTime::from_secs(NOW).unwrap()) {
            Err(VoiceCallError::Untrusted(error)) => error.kind(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(kind(&[]), SignedParamsErrorKind::Missing);
    let malformed = ("params_signature".to_owned(), "x".to_owned());
    assert_eq!(kind(&[malformed]), SignedParamsErrorKind::Malformed);
}

#[test]
fn a_repeated_field_is_refused_whatever_reads_it() {
    let mut params = request(&sent(&Last("guest".to_owned())));
    let call = |params: &[(String, String)]| {
        let webhook = webhook(params);
        key().voice_call_at::<Last>(&webhook, UnixTime::from_secs(NOW).unwrap())
    };
    assert_eq!(*call(&params).unwrap().params, Last("guest".to_owned()));
    params.push(("role".to_owned(), "admin".to_owned()));
    let VoiceCallError::Unreadable(error) = call(&params).unwrap_err() else { panic!() };
    assert_eq!((error.kind(), error.name()), (CallParamsErrorKind::Repeated, "role"));
}

#[test]
fn no_change_of_one_character_passes() {
    let good = request(&sent(&caller()));
    for (at, (name, value)) in good.iter().enumerate() {
        let is_covered = ["user_id", "note", "plan", PROOF, "Caller", "ApplicationSid", "AccountSid"];
        if !is_covered.contains(&name.as_str()) {
            continue;
        }
        for (place, character) in value.char_indices() {
            for other in ["0", "A", "a", "%", " ", ""] {
                if other == character.to_string() {
                    continue;
                }
                let mut params = good.clone();
                params[at].1.replace_range(place..place + character.len_utf8(), other);
                // The SIDs here have no letters among their digits, whose case would not matter.
                assert!(received(&key(), &params, NOW).is_err(), "{name}: {} for {value}", params[at].1);
            }
        }
        // Twilio writes its own names. `From` says the same as `Caller`.
        for end in (0..name.len()).filter(|_| at >= 8) {
            let mut params = good.clone();
            params[at].0.truncate(end);
            assert!(received(&key(), &params, NOW).is_err(), "{name} as {}", &name[..end]);
        }
    }
    let mut swapped = good.clone();
    set(&mut swapped, "note", "gold");
    set(&mut swapped, "plan", "a & b");
    assert!(received(&key(), &swapped, NOW).is_err());
}

#[test]
fn the_case_of_the_digits_of_a_sid_does_not_matter() {
    let sids = [
        ("AC00ABCDEF00000000000000000000000a", "AP11ABCDEF11111111111111111111111b"),
        ("AC00abcdef00000000000000000000000A", "AP11abcdef11111111111111111111111B"),
    ];
    let until = UnixTime::from_secs(UNTIL).unwrap();
    let john = ClientName::from_static("john");
    for (signed_account, signed_application) in sids {
        let (account, application) = (signed_account.parse().unwrap(), signed_application.parse().unwrap());
        let signed = key().sign_params(&caller(), account, application, &john, until);
        for (account, application) in sids {
            let mut params = request(&Params::from(&signed).iter().collect::<Vec<_>>());
            set(&mut params, "AccountSid", account);
            set(&mut params, "ApplicationSid", application);
            assert_eq!(received(&key(), &params, NOW).unwrap(), caller());
            set(&mut params, "AccountSid", &account.replace('0', "1"));
            assert_eq!(kind(&params), SignedParamsErrorKind::Signature);
        }
        // Client names are different if their case is.
        let mut params = request(&Params::from(&signed).iter().collect::<Vec<_>>());
        set(&mut params, "AccountSid", signed_account);
        set(&mut params, "ApplicationSid", signed_application);
        set_caller(&mut params, "client:John");
        assert_eq!(kind(&params), SignedParamsErrorKind::Signature);
    }
}

#[test]
fn keys_rotate() {
    let [old, new] = [[7; 32], [8; 32]].map(|bytes| ParamsKey::from_bytes(&bytes).unwrap());
    let good = request(&sent(&caller()));
    assert!(received(&old, &good, NOW).is_ok());
    assert!(received(&new, &good, NOW).is_err());
    assert!(received(&new.clone().or_key(old.clone()), &good, NOW).is_ok());
    assert!(received(&old.or_key(new), &good, NOW).is_ok());
    assert!(received(&ParamsKey::generate(), &good, NOW).is_err());
}

#[test]
fn a_key_is_parsed() {
    use ParamsKeyErrorKind as Kind;
    let digits = "07".repeat(32);
    let parsed: ParamsKey = digits.parse().unwrap();
    assert!(received(&parsed, &request(&sent(&caller())), NOW).is_ok());
    assert!("aF".repeat(40).parse::<ParamsKey>().is_ok());
    for (text, kind) in [
        ("", Kind::Empty),
        (&digits[..62], Kind::TooShort),
        ("0123456789abcdef0123456789abcdef", Kind::TooShort),
        (&digits[..63], Kind::NotHex),
        (&digits.replacen('0', "g", 1), Kind::NotHex),
        (&digits.replacen('0', "+", 1), Kind::NotHex),
        (&format!(" {digits} "), Kind::NotHex),
        ("your_params_key", Kind::NotHex),
    ] {
        assert_eq!(text.parse::<ParamsKey>().unwrap_err().kind(), kind, "{text}");
    }
    assert_ne!(
        written_signature(&ParamsKey::generate()),
        written_signature(&ParamsKey::generate()),
        "two keys are different"
    );
}

#[test]
fn an_auth_token_and_its_digits_are_no_key() {
    let auth_token = "0123456789abcdef0123456789ABCDEF";
    let from_bytes = |text: &str| ParamsKey::from_bytes(text.as_bytes()).map(drop);
    let hex: Vec<_> = auth_token.bytes().map(|byte| format!("{byte:02x}")).collect();
    for error in [
        from_bytes(auth_token).unwrap_err(),
        from_bytes(&auth_token.repeat(2)).unwrap_err(),
        from_bytes(&"0".repeat(64)).unwrap_err(),
        from_bytes(&format!("{auth_token}\n")).unwrap_err(),
        from_bytes(&format!("{auth_token}\r\n")).unwrap_err(),
        from_bytes(&format!("{auth_token}\0")).unwrap_err(),
        from_bytes(&format!("\"{auth_token}\"")).unwrap_err(),
        from_bytes(&format!("TWILIO_AUTH_TOKEN={auth_token}")).unwrap_err(),
        from_bytes(&format!("x{auth_token}x")).unwrap_err(),
        format!("{}0a", hex.concat()).parse::<ParamsKey>().map(drop).unwrap_err(),
        hex.concat().parse::<ParamsKey>().map(drop).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ParamsKeyErrorKind::HexText);
        assert!(error.help().contains("parse the digits") && error.help().contains("openssl rand -hex 32"));
    }
    assert_eq!(from_bytes(&auth_token[1..]).unwrap_err().kind(), ParamsKeyErrorKind::TooShort);
    assert!(from_bytes("0123456789abcdef+0123456789abcdef").is_ok());
    assert!(from_bytes("+0123456789abcdef0123456789abcde").is_ok());
}

#[test]
fn a_key_that_everybody_knows_is_not_read_from_the_environment() {
    let read = |digits: &str| ParamsKey::from_value(Zeroizing::new(digits.to_owned()));
    for known in
        ["0", "07", "deadbeef", "0123456789abcdef", "0123456789ABCDEF", "3a7f9c2e5b1d8064a1b2c3d4e5f60718"]
    {
        for len in [64, 96, 128] {
            let Err(Fault::Placeholder(help)) = read(&known.repeat(len)[..len]) else {
                panic!("{known} {len}")
            };
            assert!(help.contains("openssl rand -hex 32"));
        }
    }
    let digits = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    for other in [digits.to_owned(), format!("{}1", &"0".repeat(63)), digits.repeat(2)] {
        assert!(read(&other).is_ok(), "{other}");
    }
    let Err(Fault::Invalid { source, .. }) = read(&digits[2..]) else { panic!() };
    assert_eq!(source.to_string(), "this key for parameters has fewer than 64 hexadecimal digits (32 bytes)");
}

fn written_signature(key: &ParamsKey) -> String {
    let until = UnixTime::from_secs(UNTIL).unwrap();
    let signed = key.sign_params(&(), account(), application(), &ClientName::from_static("john"), until);
    Params::from(&signed).iter().next().unwrap().1
}

#[test]
fn nothing_shows_the_key_or_the_signature() {
    let received: ReceivedParams = sent(&caller()).into_iter().collect();
    let until = UnixTime::from_secs(UNTIL).unwrap();
    let john = ClientName::from_static("john");
    let signed = key().sign_params(&caller(), account(), application(), &john, until);
    for shown in [
        format!("{received:?}"),
        format!("{:?}", Params::from(&signed)),
        format!("{:?}", OutgoingParams::from(&signed)),
        format!("{:?}", VerifiedWebhook { params: received, body: Vec::new() }),
    ] {
        assert!(shown.contains("params_signature") && shown.contains("gold"), "{shown}");
        assert!(!shown.contains(&UNTIL.to_string()), "{shown}");
    }

    let until = UnixTime::from_secs(UNTIL).unwrap();
    let signed =
        key().sign_params(&caller(), account(), application(), &ClientName::from_static("john"), until);
    assert_eq!(
        format!("{:?} {signed:?}", key()),
        r#"ParamsKey([redacted]) SignedParams({"note": "a & b", "plan": "gold", "user_id": "42"})"#
    );
}

/// The message is written down, so that a change of it is seen: tokens of two releases have to agree.
#[test]
fn the_signature_covers_lengths_and_parts() {
    let mut message = Vec::new();
    for part in [
        "twilio-capability parameters",
        "AC00000000000000000000000000000000",
        "AP11111111111111111111111111111111",
        "john",
        "1700000300",
        "note",
        "a & b",
        "plan",
        "gold",
        "user_id",
        "42",
    ] {
        message.extend_from_slice(&[0, 0, 0, 0, 0, 0, 0, u8::try_from(part.len()).unwrap()]);
        message.extend_from_slice(part.as_bytes());
    }
    let mac = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(Hs256::new(&[7; 32]).mac(&message));
    assert_eq!(sent(&caller()).pop().unwrap(), (PROOF.to_owned(), format!("{UNTIL}.{mac}")));
}

proptest! {
    /// Two different sets of values never have one signature, however the values are cut.
    #[test]
    fn another_value_has_another_signature(
        a in (any::<u64>(), ".{0,4}", proptest::option::of(".{0,4}")),
        b in (any::<u64>(), ".{0,4}", proptest::option::of(".{0,4}")),
    ) {
        let caller = |(user_id, note, plan): &(u64, String, Option<String>)| Caller {
            user_id: user_id % 100,
            note: note.clone(),
            plan: plan.clone(),
        };
        let (a, b) = (caller(&a), caller(&b));
        let (sent_a, sent_b) = (sent(&a), sent(&b));
        prop_assert_eq!(a == b, sent_a.last() == sent_b.last());
        prop_assert_eq!(received(&key(), &request(&sent_a), NOW).unwrap(), a.clone());
        if a != b {
            let mut mixed = sent_b;
            mixed.last_mut().unwrap().1.clone_from(&sent_a.last().unwrap().1);
            prop_assert!(received(&key(), &request(&mixed), NOW).is_err());
        }
    }
}
