//! Calls that cannot be read. clap's own messages repeat an argument, which could be a secret.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::color;
use crate::mistakes::Mistake;

/// Prints the help that was asked for, or what is wrong.
pub(crate) fn report(error: &clap::Error) -> ExitCode {
    let mistake = match (error.kind(), text(error, ContextKind::InvalidArg)) {
        (ErrorKind::UnknownArgument, Some(option)) if is_secret(&option) => {
            Mistake::new(format!("a secret cannot be an argument such as `{option}`"))
                .help(format!("{WHY}\n{HOW}"))
        }
        (ErrorKind::UnknownArgument, Some(argument)) if !argument.starts_with('-') => Mistake::new(
            "there is a value that no option takes, which is not shown because it could be a secret",
        )
        .help(format!("`--help` lists the options\n{HOW}")),
        (ErrorKind::InvalidSubcommand, _) => {
            let suggested = text(error, ContextKind::SuggestedSubcommand)
                .map(|name| format!("did you mean `twilio-token {name}`? "))
                .unwrap_or_default();
            Mistake::new("there is no such command").help(format!("{suggested}`--help` lists the commands"))
        }
        // If this cannot be printed, nobody can read about it either.
        (kind, _) => {
            let _ = error.print();
            let is_help = matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return if is_help { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    color::to_stderr(mistake);
    ExitCode::from(2)
}

const WHY: &str = "other users of the machine can read arguments, and the shell keeps them in its history";
const HOW: &str =
    "pass secrets in the environment, with `--env-file`, `--auth-token-file` or `--api-secret-file`";

/// Whether somebody meant to pass a secret. Only the name of the option is known here, not its value.
fn is_secret(option: &str) -> bool {
    ["token", "secret", "key", "password"]
        .iter()
        .any(|word| option.starts_with("--") && option.contains(word))
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}
