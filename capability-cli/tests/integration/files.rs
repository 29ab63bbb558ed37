//! A token in a file, and secrets in files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use crate::support::{KEY, KEYS, NOW, run, run_in};

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
