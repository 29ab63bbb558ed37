//! `twilio-token verify-webhook`, with the requests that Twilio's libraries signed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{ACCOUNT_SID, run, run_in};

#[test]
fn requests_are_accepted_and_refused_as_by_the_libraries_of_twilio() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/webhook.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(cases.len(), 17);
    let file = tempfile::NamedTempFile::new().unwrap();
    for case in &cases {
        let string = |name: &str| case[name].as_str().unwrap_or_default();
        let mut args =
            vec!["verify-webhook", "--method", string("method"), "--signature", string("signature")];
        if string("url").contains('@') {
            fs::write(file.path(), format!("{}\n", string("url"))).unwrap();
            args.extend(["--url-file", file.path().to_str().unwrap()]);
        } else {
            args.extend(["--url", string("url")]);
        }
        let mut variable = "TWILIO_AUTH_TOKEN";
        if let Some(settings) = case["settings_header"].as_str() {
            args.extend(["--settings", settings]);
            variable = "TWILIO_WEBHOOK_SHARED_KEY";
        }
        if !case["body"].is_null() {
            args.extend(["--content-type", "application/json"]);
        }
        let form: Vec<(String, String)> =
            serde_json::from_value(case["received_form"].clone()).unwrap_or_default();
        let form: Vec<_> =
            form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let body = case["body"].as_str().map_or(form.join("&"), str::to_owned);

        let output = run(&args, &[(variable, string("secret"))], body.as_bytes());
        let (status, says) = if case["valid"] == true { (0, "Valid: ") } else { (1, "NOT VALID: ") };
        assert_eq!((output.status, output.stderr.as_str()), (status, ""), "{}", case["name"]);
        assert!(output.stdout.starts_with(says), "{}: {}", case["name"], output.stdout);
        assert_eq!(run(&args, &[], body.as_bytes()).status, 2);

        let rotated = [(variable, "not_a_real_secret"), ("TWILIO_AUTH_TOKEN_SECONDARY", string("secret"))];
        let is_valid = case["valid"] == true && variable == "TWILIO_AUTH_TOKEN";
        assert_eq!(run(&args, &rotated, body.as_bytes()).status, i32::from(!is_valid), "{}", case["name"]);
    }
}

#[test]
fn a_placeholder_verifies_nothing() {
    let real = ("TWILIO_AUTH_TOKEN", "not_a_real_auth_token");
    let account = ("TWILIO_ACCOUNT_SID", ACCOUNT_SID);
    for variable in ["TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_SECONDARY", "TWILIO_WEBHOOK_SHARED_KEY"] {
        for placeholder in ["changeme", "your_auth_token", "Your_Shared_Key"] {
            let webhook = ["verify-webhook", "--url", "https://example.com/voice", "--signature", "x"];
            let token = ["verify", "a.b.c"];
            for (args, keys) in [
                (&webhook[..], vec![(variable, placeholder)]),
                (&webhook, vec![real, (variable, placeholder)]),
                (&token, vec![account, real, (variable, placeholder)]),
            ] {
                if args == token && variable == "TWILIO_WEBHOOK_SHARED_KEY" {
                    continue;
                }
                let output = run(args, &keys, b"");
                assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{args:?} {keys:?}");
                let says = format!("{variable} holds a placeholder\nhelp: replace it with the ");
                assert!(output.stderr.contains(&says), "{args:?}: {}", output.stderr);
            }
        }
    }
}

#[test]
fn no_password_of_the_url_is_an_argument_or_in_an_output() {
    let folder = tempfile::tempdir().unwrap();
    let signature = ["--signature", "c7aNur71KEtHi8iJPBDovS8lwq4="];
    let keys = [("TWILIO_AUTH_TOKEN", "not_a_real_auth_token")];
    for (start, rest) in [
        ("https://", "hunter2@example.com/"),
        ("https://user:", "hunter2@example.com/"),
        ("https://user:8080/", "hunter2@example.com/voice?x=1"),
        ("https://user/", "hunter2@example.com/"),
        ("https://user:a/b/", "hunter2@example.com"),
        ("https://user:a?", "hunter2@example.com"),
        ("https://user:8080#", "hunter2@example.com"),
        ("user:", "hunter2@example.com"),
    ] {
        let url = format!("{start}{rest}");
        fs::write(folder.path().join("url"), &url).unwrap();
        let of_argument = run(&[&["verify-webhook", "--url", &url], &signature[..]].concat(), &keys, b"");
        let args = [&["verify-webhook", "--url-file", "url"], &signature[..]].concat();
        let of_file = run_in(folder.path(), &args, &keys, b"");
        // A query can contain an `@`, so that is not taken for the end of a password.
        assert!(of_argument.status == 2 || start.contains(['?', '#']), "{url}");
        for output in [of_argument, of_file] {
            assert_ne!(output.status, 0, "{url}");
            let shown = output.stdout + &output.stderr;
            assert!(shown.contains("help: ") && !shown.contains("hunter2"), "{url}: {shown}");
        }
    }
    // An `@` in the path is no fault of the request.
    fs::write(folder.path().join("url"), "https://example.com/voice/john@example.com").unwrap();
    let args = ["verify-webhook", "--url-file", "url", "--signature", "yF1/l2Eop9lG1BXiKvrQ9bF3BLc="];
    let output = run_in(folder.path(), &args, &keys, b"");
    assert_eq!(output.status, 0, "{}{}", output.stdout, output.stderr);
    // The body comes from standard input already.
    let output = run(&["verify-webhook", "--url-file", "-", "--signature", "x"], &keys, b"");
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("--url-file and the body read standard input"), "{}", output.stderr);
}

#[test]
fn a_body_that_is_too_large_is_not_cut() {
    let args =
        ["verify-webhook", "--url", "https://example.com/", "--signature", "c7aNur71KEtHi8iJPBDovS8lwq4="];
    let output = run(&args, &[("TWILIO_AUTH_TOKEN", "not_a_real_auth_token")], &vec![b'a'; 3 << 20]);
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("the body of the request is too large"), "{}", output.stdout);
}

#[test]
fn a_key_of_another_account_verifies_no_webhook() {
    use twilio_capability::webhook::{WebhookRequest, WebhookSigner};

    let folder = tempfile::tempdir().unwrap();
    let of_a = "not_a_real_auth_token_of_a";
    let signer = WebhookSigner::new(of_a.parse().unwrap(), "https://example.com".parse().unwrap());
    let no_headers: [(&str, &str); 0] = [];
    let signature = signer.sign(WebhookRequest::new("GET", "/voice", no_headers, b"")).unwrap();
    let args = [
        "verify-webhook",
        "--method",
        "GET",
        "--url",
        "https://example.com/voice",
        "--signature",
        &signature,
    ];
    let with_file = [&args[..], &["--env-file", "b.env"]].concat();
    for (variable, file, status) in [
        ("TWILIO_AUTH_TOKEN", "", 0),
        ("TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN=not_a_real_auth_token_of_b", 1),
        ("TWILIO_AUTH_TOKEN_SECONDARY", "TWILIO_AUTH_TOKEN=not_a_real_auth_token_of_b", 1),
        // A request without the header of shared keys needs an auth token.
        ("TWILIO_AUTH_TOKEN", "TWILIO_WEBHOOK_SHARED_KEY=not_a_real_shared_key_of_b", 2),
        ("TWILIO_AUTH_TOKEN_SECONDARY", "TWILIO_WEBHOOK_SHARED_KEY=not_a_real_shared_key_of_b", 2),
    ] {
        fs::write(folder.path().join("b.env"), file).unwrap();
        let output = run_in(folder.path(), &with_file, &[(variable, of_a)], b"");
        assert_eq!(output.status, status, "{variable} {file}: {}{}", output.stdout, output.stderr);
    }
}

#[test]
fn a_key_that_can_be_guessed_says_nothing_about_a_webhook() {
    // Signed with `dummy`.
    let args =
        ["verify-webhook", "--url", "https://example.com/", "--signature", "IP0v6fUddN7w1XN4soMXyM7elFA="];
    for short in ["dummy", "not_a_real_auth"] {
        let output = run(&args, &[("TWILIO_AUTH_TOKEN", short)], b"");
        assert_eq!((output.status, output.stdout.as_str()), (2, ""));
        assert!(output.stderr.contains("has fewer than 16 characters"), "{}", output.stderr);
        assert!(output.stderr.contains("help: use the key that Twilio signs with"), "{}", output.stderr);
        assert!(!output.stderr.contains("dummy"), "{}", output.stderr);
    }
}

/// The value as a form has it.
fn escaped(text: &str) -> String {
    let bytes: Vec<_> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}
