//! `twilio-token inspect` and `twilio-token verify`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use serde_json::{Value, json};
use twilio_capability::{
    AccessToken, AccountCredentials, ApiKeyCredentials, ClientCapability, ClientName, OutgoingParams,
    UnixTime, VoiceGrant,
};

use crate::support::{ACCOUNT_SID, API_KEYS, KEY, KEY_SID, KEYS, NOW, Output, run};

fn inspect(args: &[&str], stdin: &[u8]) -> Output {
    run(&[&["inspect"], args].concat(), &[], stdin)
}

fn verify(args: &[&str], variables: &[(&str, &str)], stdin: &[u8]) -> Output {
    run(&[&["verify"], args].concat(), variables, stdin)
}

fn token() -> String {
    let account = AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), KEY.parse().unwrap());
    let capability = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account);
    capability.sign_at(UnixTime::from_secs(NOW.parse().unwrap()).unwrap()).into()
}

#[test]
fn a_token_is_explained_without_a_key() {
    let output = inspect(&["--at", NOW, &token()], b"");
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert_eq!(output.stderr, "");
    for line in [
        "This is a client capability token, read without its key.",
        "  can receive calls to \"john\"",
        "Valid until 2023-11-14T23:13:20Z (in 1 hour).",
        "Not verified: `twilio-token verify` does that with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
    ] {
        assert!(output.stdout.lines().any(|found| found == line), "{line}\n{}", output.stdout);
    }
    // Without a key, the token only has to be readable. It has expired, and the output says so.
    let output = inspect(&[&token()], b"");
    assert_eq!(output.status, 0);
    assert!(output.stdout.contains("error 20104: it expired "), "{}", output.stdout);
    let output = inspect(&["a.b"], b"");
    assert_eq!(output.status, 1);
    assert!(output.stdout.starts_with("This cannot be read as a token.\n"), "{}", output.stdout);
}

#[test]
fn a_token_is_verified_where_the_key_is_known() {
    let token = token();
    let output = verify(&["--at", NOW, &token], &KEYS, b"");
    assert_eq!(output.status, 0);
    assert!(
        output.stdout.ends_with(&format!("\nVerified: signed by the auth token of {ACCOUNT_SID}.\n")),
        "{}",
        output.stdout
    );

    let output = verify(&[&token], &KEYS, b"");
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("\nNOT VALID: the token expired "), "{}", output.stdout);

    let other = [KEYS[0], ("TWILIO_AUTH_TOKEN", "next_auth_token")];
    let output = verify(&["--at", NOW, &token], &other, b"");
    assert_eq!(output.status, 1);
    assert!(
        output.stdout.contains("NOT VALID: the signature was made with another key"),
        "{}",
        output.stdout
    );

    let both = [other[0], other[1], ("TWILIO_AUTH_TOKEN_SECONDARY", KEY)];
    let output = verify(&["--at", NOW, &token], &both, b"");
    assert_eq!(output.status, 0);
    assert!(output.stdout.contains("Verified: signed by the secondary auth token of "), "{}", output.stdout);
}

fn access_token() -> String {
    let [account, key, secret] = API_KEYS.map(|(_, value)| value);
    let api_key =
        ApiKeyCredentials::new(account.parse().unwrap(), key.parse().unwrap(), secret.parse().unwrap());
    let params = OutgoingParams::new().param("user_id".parse().unwrap(), 7);
    let voice = VoiceGrant::new()
        .incoming()
        .outgoing_with("AP0123456789abcdef0123456789abcdef".parse().unwrap(), params);
    let token = AccessToken::new().voice_identity("john".parse().unwrap()).voice(voice).credentials(&api_key);
    token.sign_at(UnixTime::from_secs(NOW.parse().unwrap()).unwrap()).into()
}

#[test]
fn access_tokens_are_explained_and_verified_too() {
    let token = access_token();
    let output = inspect(&["--at", NOW, &token], b"");
    assert_eq!(output.status, 0, "{}", output.stderr);
    for line in [
        "This is an access token, read without its key.",
        "For the user \"john\".",
        "Without the key, nothing is seen for which Twilio would refuse it.",
        "Not verified: `twilio-token verify` does that with TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET.",
    ] {
        assert!(output.stdout.lines().any(|found| found == line), "{line}\n{}", output.stdout);
    }
    let output = inspect(&["--at", NOW, "--expect", "capability", &token], b"");
    assert!(
        output.stdout.contains("error 31204: this is an access token, where a client capability token is")
    );
    assert!(!inspect(&["--at", NOW, "--expect", "access", &token], b"").stdout.contains("refuse it:"));

    // If there are keys of both kinds, each token is verified with its own.
    let all = [&API_KEYS[..], &KEYS[1..]].concat();
    for variables in [&API_KEYS[..], &all] {
        let output = verify(&["--at", NOW, &token], variables, b"");
        assert_eq!(output.status, 0, "{}", output.stdout);
        let says = format!("\nVerified: signed by the API key {KEY_SID} of {ACCOUNT_SID}.\n");
        assert!(output.stdout.ends_with(&says), "{}", output.stdout);
    }
    assert_eq!(verify(&["--at", NOW, &self::token()], &all, b"").status, 0);
    // Incomplete keys of one kind do not affect a token of the other kind.
    assert_eq!(verify(&["--at", NOW, &self::token()], &[KEYS[0], KEYS[1], API_KEYS[1]], b"").status, 0);
    // If there are only keys of the other kind, nothing is known. If that kind is expected, the error names the kind of the token.
    let output = verify(&["--at", NOW, &token], &KEYS, b"");
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("TWILIO_API_KEY"), "{}", output.stderr);
    let output = verify(&["--at", NOW, &self::token()], &API_KEYS, b"");
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("TWILIO_AUTH_TOKEN is not set"), "{}", output.stderr);
    let output = verify(&["--at", NOW, "--expect", "capability", &token], &KEYS, b"");
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("NOT VALID: this is an access token, not a client capability token"));
    let output = verify(&["--at", NOW, "--expect", "access", &self::token()], &API_KEYS, b"");
    assert_eq!(output.status, 1);
    assert!(
        output.stdout.contains("unlike that of an access token: this may be a client capability token"),
        "{}",
        output.stdout
    );

    let output = verify(&["--json", "--at", NOW, &token], &API_KEYS, b"");
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(found["grants"]["identity"], "john");
    assert_eq!(found["grants"]["voice"]["outgoing"]["params"], json!({ "user_id": 7 }));
    assert_eq!(
        found["verified"],
        json!({ "valid": true, "key": format!("API key {KEY_SID}"), "account": ACCOUNT_SID })
    );
}

#[test]
fn standard_input_is_read_and_bounded() {
    let line = format!(" {}\r\n", token());
    assert_eq!(verify(&["--at", NOW, "-"], &KEYS, line.as_bytes()).status, 0);
    assert_eq!(inspect(&["-"], b"\xFF\xFE.a.b").status, 1);
    assert_eq!(inspect(&["-"], b"").status, 2);
    let output = inspect(&["-"], &vec![b'A'; 3 << 20]);
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("longer than the most that is read"), "{}", output.stdout);
}

#[test]
fn json_says_the_same() {
    let output = verify(&["--json", "--at", NOW, &token()], &KEYS, b"");
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(output.status, 0);
    assert_eq!(found["kind"], "Capability");
    assert_eq!(found["scopes"], json!([{ "type": "incoming", "client_name": "john" }]));
    assert_eq!(found["expires_at"], 1_700_003_600);
    assert_eq!(found["verified"], json!({ "valid": true, "key": "auth token", "account": ACCOUNT_SID }));
    let words = verify(&["--at", NOW, &token()], &KEYS, b"").stdout;
    assert_eq!(found["explanation"], words.trim_end());

    let output = verify(&["--json", "--at", "1700003600", &token()], &KEYS, b"");
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(output.status, 1);
    assert_eq!(
        (&found["verified"]["valid"], &found["verified"]["twilio_code"]),
        (&json!(false), &json!(20104))
    );
    assert_eq!(
        found["findings"],
        json!([{
            "severity": "error",
            "rule": "expired",
            "kind": "Expired",
            "path": "/exp",
            "twilio_code": 20104,
            "client_code": 31205,
            "message": "it expired 0 seconds ago",
        }])
    );
    let output = inspect(&["--json", "x"], b"");
    let found: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!((output.status, &found["readable"], &found["verified"]), (1, &json!(false), &Value::Null));
}

#[test]
fn a_token_of_a_kind_that_is_not_read_is_named() {
    // The header is `{"alg":"dir","enc":"A256GCM"}`.
    let output = inspect(&["eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..YQ.YQ.YQ"], b"");
    assert!(
        output.stdout.starts_with("This is an encrypted token.\nNote: it has five parts"),
        "{}",
        output.stdout
    );
    assert!(output.stdout.ends_with("\nNot verified: tokens of this kind are not verified here.\n"));
}

#[test]
fn a_wrong_call_says_how_to_call() {
    for (args, says) in [
        (&[][..], "`<TOKEN>` is missing\nhelp: write `twilio-token inspect <TOKEN>`"),
        (&["a", "b"], "there is a value that no option takes"),
        (&["--at"], "`--at` has no value\nhelp: write `--at <TIME>`"),
        (&["--at", "soon", "a"], "--at: this is not a time"),
        (&["--at", "-1", "a"], "--at: "),
        (&["--at", "1700000000000", "a"], "did you mean 1700000000?"),
        (&["--nonsense", "a"], "there is no option `--nonsense`"),
        (&["--expect"], "`--expect` has no value\nhelp: write `capability`, `access` or `task-router`"),
        (
            &["--expect", "task_router", "a"],
            "did you mean `task-router`? write `capability`, `access` or `task-router`",
        ),
        (&[""], "the token is empty"),
    ] {
        let output = inspect(args, b"");
        assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{args:?}");
        assert!(output.stderr.contains(says), "{args:?}: {}", output.stderr);
    }
    assert_eq!(inspect(&["--help"], b"").status, 0);
    for (variables, says) in [
        (&[KEYS[0]][..], "TWILIO_AUTH_TOKEN is not set"),
        (&[KEYS[1]], "TWILIO_ACCOUNT_SID is not set"),
        (&[KEYS[0], API_KEYS[1]], "TWILIO_API_SECRET is not set"),
        (&[("TWILIO_ACCOUNT_SID", "AC"), KEYS[1]], "has 34 characters, this one has 2"),
        (&[KEYS[0], KEYS[1], ("TWILIO_AUTH_TOKEN_SECONDARY", "hunter2 ")], "TWILIO_AUTH_TOKEN_SECONDARY"),
    ] {
        let output = verify(&["a"], variables, b"");
        assert_eq!(output.status, 2);
        assert!(output.stderr.contains(says) && !output.stderr.contains("hunter"), "{}", output.stderr);
    }
}
