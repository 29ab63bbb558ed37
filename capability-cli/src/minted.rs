//! How a token that was minted is printed.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use twilio_capability::{Token, UnixTime, inspect_at};

use crate::color;
use crate::mistakes::Mistakes;
use crate::output::{ascii, print};

/// What is printed.
#[derive(clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Print an object with the members token, identity, expires_at and claims
    #[arg(long)]
    json: bool,

    /// Do not say on a terminal what the token allows
    #[arg(short, long)]
    quiet: bool,
}

impl OutputArgs {
    /// Prints the token to standard output. If standard error is a terminal, it says what the token allows.
    pub(crate) fn print(
        &self,
        token: &Token,
        identity: Option<&str>,
        now: UnixTime,
    ) -> Result<ExitCode, Mistakes> {
        if !self.quiet && io::stderr().is_terminal() {
            color::to_stderr(in_words(token, now));
        }
        if self.json {
            let object = json!({
                "token": token.as_str(),
                "identity": identity,
                "expires_at": token.expires_at().as_secs(),
                "claims": claims(token),
            });
            print(&ascii(&format!("{object:#}")), ExitCode::SUCCESS)
        } else {
            print(token.as_str(), ExitCode::SUCCESS)
        }
    }
}

/// An inspection of the token, without what is only of interest if somebody else made it.
fn in_words(token: &Token, now: UnixTime) -> String {
    let inspection = inspect_at(token.as_str(), now).to_string();
    let about_us = ["Likely minted by ", "Without the key, "];
    let lines =
        inspection.lines().skip(1).filter(|line| !about_us.iter().any(|start| line.starts_with(start)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The claims of a token that was just made, so there is nothing to check.
fn claims(token: &Token) -> Option<Value> {
    let claims = URL_SAFE_NO_PAD.decode(token.as_str().split('.').nth(1)?).ok()?;
    serde_json::from_slice(&claims).ok()
}
