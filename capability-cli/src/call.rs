//! What a call of the command consists of.

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::commands::{access, capability, completions, inspect, task_router, verify, verify_webhook};
use crate::{color, usage};

/// Mints, explains and verifies Twilio tokens
///
/// Secrets come from the environment or from files, never from arguments.
#[derive(Parser)]
#[command(name = "twilio-token", version, after_help = EXAMPLES)]
pub(crate) struct Call {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Keys:
  TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN                    capability, task-router
  TWILIO_ACCOUNT_SID, TWILIO_API_KEY, TWILIO_API_SECRET    access
  `--env-file .env` reads them from a file instead.

Examples:
  twilio-token capability --incoming john
  twilio-token access --identity john --voice-incoming --env-file .env
  twilio-token inspect token.txt

`twilio-token <COMMAND> --help` has an example for each command.
Exit status of minting: 0, or 2 if a value or a key is missing or wrong.";

#[derive(Subcommand)]
enum Command {
    Capability(Box<capability::Args>),
    Access(Box<access::Args>),
    TaskRouter(Box<task_router::Args>),
    Inspect(inspect::Args),
    Verify(verify::Args),
    VerifyWebhook(verify_webhook::Args),
    Completions(completions::Args),
}

/// Runs the command with the arguments of the process.
pub(crate) fn run() -> ExitCode {
    let call = match Call::try_parse() {
        Ok(call) => call,
        Err(error) => return usage::report(&error),
    };
    let result = match call.command {
        Command::Capability(args) => capability::run(&args),
        Command::Access(args) => access::run(&args),
        Command::TaskRouter(args) => task_router::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::VerifyWebhook(args) => verify_webhook::run(&args),
        Command::Completions(args) => completions::run(&args, Call::command()),
    };
    result.unwrap_or_else(|mistakes| {
        color::to_stderr(&mistakes);
        ExitCode::from(2)
    })
}
