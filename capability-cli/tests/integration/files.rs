//! A token in a file, and secrets in files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;
use std::{fs, thread};

use crate::support::{API_KEYS, KEY, KEYS, NOW, run, run_in};

#[test]
fn a_token_is_read_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let token = run(&["capability", "--incoming", "john", "--at", NOW], &KEYS, b"").stdout;
    fs::write(folder.path().join("token.txt"), format!("\n{token}\n")).unwrap();
    let of_file = run_in(folder.path(), &["inspect", "--at", NOW, "token.txt"], &[], b"");
    let of_argument = run(&["inspect", "--at", NOW, token.trim()], &[], b"");
    assert_eq!((of_file.status, &of_file.stdout), (0, &of_argument.stdout));
    let output = run_in(folder.path(), &["verify", "--at", NOW, "token.txt"], &KEYS, b"");
    assert_eq!(output.status, 0, "{}", output.stderr);
}

#[test]
fn a_token_is_read_from_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let token = run(&["capability", "--incoming", "john", "--at", NOW], &KEYS, b"").stdout;
    for command in ["inspect", "verify"] {
        let output = run(&[command, "--at", NOW, "/dev/stdin"], &KEYS, token.as_bytes());
        assert_eq!(output.status, 0, "{command}: {}", output.stdout);

        // What a shell makes for `<(…)`.
        let pipe = folder.path().join(command);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let writer = thread::spawn({
            let (pipe, token) = (pipe.clone(), token.clone());
            move || fs::write(pipe, token).unwrap()
        });
        let output = run_in(folder.path(), &[command, "--at", NOW, command], &KEYS, b"");
        assert_eq!(output.status, 0, "{command}: {}", output.stdout);
        writer.join().unwrap();
    }
}

#[test]
fn a_path_that_cannot_be_read_is_a_mistake_and_no_token_that_is_not_valid() {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        "missing-file.txt",
        "token.jwt",
        "token.2026.json",
        "./token",
        "/no/such/token",
        "../a.b.txt",
        "~/token.txt",
        "C:\\token.txt",
        ".",
    ] {
        for command in ["inspect", "verify"] {
            let output = run_in(folder.path(), &[command, path], &KEYS, b"");
            assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{command} {path}");
            assert!(output.stderr.contains("help: pass "), "{command} {path}: {}", output.stderr);
        }
    }
    // Whatever could be a token, or have one in it, is explained.
    let with_slash = format!("eyJhbGciOiJIUzI1NiJ9.e30.{}/", "a".repeat(42));
    for text in ["a.b.c", "token", "eyJhbGciOiJIUzI1NiJ9", &with_slash, "token=a/b", "<a/>", "a b.txt"] {
        for command in ["inspect", "verify"] {
            let output = run_in(folder.path(), &[command, text], &KEYS, b"");
            assert_eq!((output.status, output.stderr.as_str()), (1, ""), "{command} {text}");
        }
    }
}

#[test]
fn a_file_of_variables_wins_over_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let lines = format!("# keys\nTWILIO_ACCOUNT_SID\nTWILIO_AUTH_TOKEN={KEY}\n");
    fs::write(folder.path().join("keys"), lines).unwrap();
    fs::write(folder.path().join("secret"), format!("{KEY}\n")).unwrap();
    let other = [KEYS[0], ("TWILIO_AUTH_TOKEN", "another_auth_token")];
    let expected = run(&["capability", "--events", "--at", NOW], &KEYS, b"").stdout;
    for option in [["--env-file", "keys"], ["--auth-token-file", "secret"]] {
        let args = [&["capability", "--events", "--at", NOW], &option[..]].concat();
        let output = run_in(folder.path(), &args, &other, b"");
        assert_eq!((output.status, &output.stdout), (0, &expected), "{}", output.stderr);
    }
    assert_ne!(run(&["capability", "--events", "--at", NOW], &other, b"").stdout, expected);
}

#[test]
fn a_key_of_another_account_verifies_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let b = ("TWILIO_ACCOUNT_SID", "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
    let secondary = ("TWILIO_AUTH_TOKEN_SECONDARY", "not_a_real_secondary_of_a");
    let forged = [b, ("TWILIO_AUTH_TOKEN", secondary.1)];
    let forged = run(&["capability", "--incoming", "john", "--at", NOW], &forged, b"").stdout;
    let own = format!("{}={}\nTWILIO_AUTH_TOKEN=not_a_real_auth_token_of_b\n", b.0, b.1);
    let with_secondary = format!("{own}{}={}\n", secondary.0, secondary.1);
    fs::write(folder.path().join("auth_token"), "not_a_real_auth_token_of_b\n").unwrap();
    for (file, status) in [(&own, 1), (&with_secondary, 0)] {
        fs::write(folder.path().join("b.env"), file).unwrap();
        let args = ["verify", "--at", NOW, "--env-file", "b.env", forged.trim()];
        assert_eq!(run_in(folder.path(), &args, &[secondary], b"").status, status, "{file}");
        let args =
            ["verify", "--at", NOW, "--auth-token-file", "auth_token", "--env-file", "b.env", forged.trim()];
        assert_eq!(run_in(folder.path(), &args, &[secondary], b"").status, status, "{file}");
    }
    let args = ["verify", "--at", NOW, "--auth-token-file", "auth_token", forged.trim()];
    assert_eq!(run_in(folder.path(), &args, &[b, secondary], b"").status, 1);
}

#[test]
fn a_file_with_one_variable_of_an_account_needs_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let environment = [&KEYS[..], &API_KEYS[1..]].concat();
    let capability = ["capability", "--incoming", "john", "--env-file", "a.env"];
    let access = ["access", "--identity", "john", "--voice-incoming", "--env-file", "a.env"];
    for (args, file, missing) in [
        (&capability[..], "TWILIO_ACCOUNT_SID=ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "TWILIO_AUTH_TOKEN is"),
        (&capability, "TWILIO_AUTH_TOKEN=not_a_real_auth_token_of_a", "TWILIO_ACCOUNT_SID is"),
        (
            &capability,
            "TWILIO_API_KEY_SECRET=not_a_real_secret_of_a",
            "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are",
        ),
        (
            &access,
            "TWILIO_ACCOUNT_SID\nTWILIO_AUTH_TOKEN=not_a_real_auth_token_of_a",
            "TWILIO_API_KEY and TWILIO_API_SECRET are",
        ),
        (
            &access,
            "TWILIO_API_KEY=SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "TWILIO_ACCOUNT_SID and TWILIO_API_SECRET are",
        ),
    ] {
        fs::write(folder.path().join("a.env"), file).unwrap();
        let output = run_in(folder.path(), args, &environment, b"");
        assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{file}");
        let variable = if missing.ends_with("are") { "variables" } else { "variable" };
        assert!(
            output.stderr.contains(&format!("--env-file: the {variable} {missing} not set")),
            "{file}: {}",
            output.stderr
        );
        assert!(output.stderr.contains("takes the value of the environment"), "{}", output.stderr);
    }
    // Other variables do not belong to an account, and a name alone is the environment's.
    for file in ["TWILIO_REGION=us1", "TWILIO_ACCOUNT_SID\nTWILIO_AUTH_TOKEN"] {
        fs::write(folder.path().join("a.env"), file).unwrap();
        assert_eq!(run_in(folder.path(), &capability, &environment, b"").status, 0, "{file}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_cut() {
    let folder = tempfile::tempdir().unwrap();
    let token = run(&["capability", "--incoming", "john", "--at", NOW], &KEYS, b"").stdout;
    let fill = |last: &str, length: usize| format!("{}\n{last}", "#".repeat(length - last.len() - 1));
    let secret = format!("TWILIO_ACCOUNT_SID\nTWILIO_AUTH_TOKEN={KEY}");
    for (length, status) in [((1 << 20) - 1, 0), (1 << 20, 2), ((1 << 20) + 8, 2)] {
        fs::write(folder.path().join("keys.env"), fill(&secret, length)).unwrap();
        let args = ["verify", "--at", NOW, "--env-file", "keys.env", token.trim()];
        let output = run_in(folder.path(), &args, &KEYS[..1], b"");
        assert_eq!(output.status, status, "{length}: {}", output.stderr);
        assert_eq!(
            output.stderr.contains("--env-file: the content of the file has 1 MiB or more"),
            status == 2
        );
    }
    fs::write(folder.path().join("secret"), "x".repeat(1 << 20)).unwrap();
    for args in [
        &["capability", "--incoming", "john", "--auth-token-file", "secret"][..],
        &["access", "--api-secret-file", "secret"],
        &["verify-webhook", "--signature", "x", "--url-file", "secret"],
    ] {
        let output = run_in(folder.path(), args, &KEYS, b"");
        assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{args:?}");
        assert!(
            output.stderr.contains(": the content of the file has 1 MiB or more"),
            "{args:?}: {}",
            output.stderr
        );
    }
}
