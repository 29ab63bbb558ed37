//! Runs the command as a user does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_twilio-token");

pub(crate) const ACCOUNT_SID: &str = "AC0123456789abcdef0123456789abcdef";
pub(crate) const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
pub(crate) const APPLICATION: &str = "AP11111111111111111111111111111111";
pub(crate) const KEY: &str = "not_a_real_auth_token";
pub(crate) const NOW: &str = "1700000000";

pub(crate) const KEYS: [(&str, &str); 2] = [("TWILIO_ACCOUNT_SID", ACCOUNT_SID), ("TWILIO_AUTH_TOKEN", KEY)];
pub(crate) const API_KEYS: [(&str, &str); 3] = [
    ("TWILIO_ACCOUNT_SID", ACCOUNT_SID),
    ("TWILIO_API_KEY", KEY_SID),
    ("TWILIO_API_SECRET", "not_a_real_api_secret"),
];

pub(crate) struct Output {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The command without an environment.
pub(crate) fn command() -> Command {
    let mut command = Command::new(PROGRAM);
    // A run that measures coverage writes its counts here.
    command.env_clear().envs(env::var_os("LLVM_PROFILE_FILE").map(|file| ("LLVM_PROFILE_FILE", file)));
    command
}

pub(crate) fn run(args: &[&str], variables: &[(&str, &str)], stdin: &[u8]) -> Output {
    run_in(Path::new("."), args, variables, stdin)
}

pub(crate) fn run_in(
    folder: &Path,
    args: &[impl AsRef<OsStr>],
    variables: &[(&str, &str)],
    stdin: &[u8],
) -> Output {
    let mut child = command()
        .args(args)
        .current_dir(folder)
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input may have closed it.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    Output {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
