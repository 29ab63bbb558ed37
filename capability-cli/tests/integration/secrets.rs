//! No secret is in an output.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use crate::support::{KEYS, run};

/// Three secrets as Twilio makes them: letters and digits.
const SECRETS: [&str; 3] = [
    "hunter2hunter2hunter2hunter2abcd",
    "0123456789abcdef0123456789abcdef",
    "Kq7Zt2Xw9Lm4Bv6Nc8Rd1Fs3Gh5Jp0Ya",
];

#[test]
fn a_secret_as_an_argument_is_refused_and_not_repeated() {
    for secret in SECRETS {
        let with_value = |option: &str| format!("{option}={secret}");
        let joined =
            ["--auth-token", "--api-secret", "--shared-key", "--token", "--password", "--auth-tokne"]
                .map(with_value);
        let json = with_value("--json");
        let assignment = format!("TWILIO_AUTH_TOKEN={secret}");
        let mut calls = vec![
            vec![secret],
            vec!["capability", secret],
            vec!["capability", &assignment],
            vec!["capability", "--auth-token", secret],
            vec!["capability", "--auth-token-file", secret],
            vec!["capability", "--env-file", secret],
            vec!["capability", "--incoming", "john", "--outgoing", secret],
            vec!["capability", "--incoming", "a b", "--ttl", secret, "--at", secret, "--expires", secret],
            vec!["capability", "--incoming", "john", "--param", secret],
            vec!["access", "--api-secret", secret],
            vec!["access", "--identity", "john", "--api-secret-file", secret],
            vec!["access", "--identity", "john", "--chat", secret, "--region", secret],
            vec!["task-router", "--workspace", secret],
            vec!["verify-webhook", "--shared-key", secret],
            vec!["verify", "a", secret],
            vec!["task-router", "--allow", secret],
            vec!["inspect", "a", "--expect", secret],
            vec!["completions", secret],
            vec!["inspect", "a", &json],
            vec!["help", secret],
        ];
        let flags = ["--json", "--quiet", "--help", "--events", "-q"].map(with_value);
        let as_option = format!("--{secret}");
        calls.extend(flags.iter().chain([&as_option]).map(|option| vec!["capability", option.as_str()]));
        calls.extend(joined.iter().map(|option| vec!["capability", option.as_str()]));
        for call in calls {
            let output = run(&call, &[], b"");
            assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{call:?}");
            assert!(!output.stderr.contains(secret), "{call:?}: {}", output.stderr);
        }
    }
    let output = run(&["capability", "--auth-token", "not_a_real_auth_token"], &KEYS, b"");
    assert!(output.stderr.contains("other users of the machine can read arguments"), "{}", output.stderr);
}

#[test]
fn a_secret_in_the_environment_is_in_no_output() {
    for secret in SECRETS {
        let names = ["TWILIO_ACCOUNT_SID", "TWILIO_API_KEY", "TWILIO_AUTH_TOKEN", "TWILIO_API_SECRET"];
        let more = ["TWILIO_AUTH_TOKEN_SECONDARY", "TWILIO_WEBHOOK_SHARED_KEY", "TWILIO_REGION"];
        let broken = format!("{secret} ");
        for value in [secret, &broken] {
            let variables: Vec<_> = names.into_iter().chain(more).map(|name| (name, value)).collect();
            for call in [
                &["--help"][..],
                &["capability", "--help"],
                &["access", "--help"],
                &["verify", "--help"],
                &["verify-webhook", "--help"],
                &["capability", "--incoming", "john"],
                &["access", "--identity", "john", "--video"],
                &["inspect", "a.b.c"],
                &["verify", "a.b.c"],
                &["verify", "--expect", "access", "a.b.c"],
                &["verify-webhook", "--url", "https://example.com/", "--signature", "x"],
            ] {
                let output = run(call, &variables, b"");
                let shown = output.stdout + &output.stderr;
                assert!(!shown.contains(secret), "{call:?}: {shown}");
            }
        }
    }
}
