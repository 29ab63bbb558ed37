//! Closed pipes, terminals, and arguments that are not UTF-8.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Stdio;

use crate::support::{API_KEYS, KEYS, NOW, command, run};

#[test]
fn a_closed_pipe_is_not_a_failure() {
    let token = run(&["capability", "--incoming", "john", "--at", NOW], &KEYS, b"").stdout;
    let token = token.trim();
    for args in [
        &["capability", "--incoming", "john"][..],
        &["capability", "--incoming", "john", "--json"],
        &["inspect", token],
        &["verify", "--at", NOW, token],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
    ] {
        let mut command = command();
        let child =
            command.args(args).envs(KEYS).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""), "{args:?}");
    }
    // Nobody reads the messages either.
    let mut command = command();
    let child = command.arg("capability").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(2));
}

#[test]
fn without_a_terminal_there_is_the_token_and_no_color() {
    let output = run(&["access", "--identity", "john", "--video"], &API_KEYS, b"");
    assert_eq!((output.status, output.stderr.as_str(), output.stdout.lines().count()), (0, "", 1));
    let output = run(&["access"], &API_KEYS, b"");
    assert!(output.stderr.contains("error: ") && !output.stderr.contains('\x1b'), "{}", output.stderr);
}

/// Runs the command with a terminal, which `script` of util-linux makes.
#[cfg(target_os = "linux")]
fn on_a_terminal(args: &str, variables: &[(&str, &str)]) -> String {
    use std::process::Command;

    let call = format!("{} {args}", crate::support::PROGRAM);
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", &call, "/dev/null"])
        .env_clear()
        .envs([("PATH", "/usr/bin:/bin"), ("TERM", "xterm")])
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_shows_what_the_token_allows_and_colors_unless_they_are_not_wanted() {
    let shown = on_a_terminal("capability --incoming john", &KEYS);
    assert!(shown.contains("can receive calls to \"john\"") && shown.contains("Valid until "), "{shown}");
    assert!(!shown.contains("without its key") && shown.contains("\neyJ"), "{shown}");
    let shown = on_a_terminal("capability --incoming john --quiet", &KEYS);
    assert!(shown.starts_with("eyJ") && shown.lines().count() == 1, "{shown}");
    let shown = on_a_terminal("capability", &KEYS);
    assert!(shown.contains("\x1b[") && shown.contains("error:"), "{shown}");
    let shown = on_a_terminal("capability", &[&KEYS[..], &[("NO_COLOR", "1")]].concat());
    assert!(!shown.contains("\x1b[") && shown.contains("error:"), "{shown}");
}

#[test]
#[cfg(unix)]
fn an_argument_that_is_not_utf_8_is_an_error() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::path::Path;

    use crate::support::run_in;

    let bad = OsStr::from_bytes(b"jo\xFFhn");
    for (args, status) in [
        (vec![OsStr::new("capability"), OsStr::new("--incoming"), bad], 2),
        (vec![OsStr::new("access"), OsStr::new("--identity"), bad], 2),
        (vec![OsStr::new("capability"), OsStr::new("--env-file"), bad], 2),
        (vec![OsStr::new("capability"), bad], 2),
        (vec![bad], 2),
        (vec![OsStr::new("inspect"), bad], 1),
        (vec![OsStr::new("verify"), bad], 1),
    ] {
        let output = run_in(Path::new("."), &args, &KEYS, b"");
        assert_eq!(output.status, status, "{args:?}: {}{}", output.stdout, output.stderr);
        assert!(!output.stdout.is_empty() || output.stderr.contains("error: "), "{args:?}");
    }
}
