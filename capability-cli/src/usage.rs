//! Calls that cannot be read. clap repeats an argument in most of its messages, and the argument could be a secret.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::color;
use crate::mistakes::Mistake;

/// Prints the help that was asked for, or what is wrong.
pub(crate) fn report(error: &clap::Error) -> ExitCode {
    match mistake(error) {
        Some(mistake) => color::to_stderr(mistake),
        // If this cannot be printed, nobody can read about it either.
        None => drop(error.print()),
    }
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_help { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// What is wrong, without an argument of the call. `None` if the text of clap has only names from the definition of the command.
fn mistake(error: &clap::Error) -> Option<Mistake> {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion
        | ErrorKind::MissingRequiredArgument
        | ErrorKind::MissingSubcommand
        | ErrorKind::ArgumentConflict
        | ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::InvalidUtf8 => return None,
        ErrorKind::UnknownArgument => unknown(error, &argument),
        ErrorKind::InvalidSubcommand => {
            let suggested = did_you_mean(error, ContextKind::SuggestedSubcommand, "twilio-token ");
            Mistake::new("there is no such command").help(format!("{suggested}`--help` lists the commands"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid(error, &argument),
        ErrorKind::TooManyValues => {
            let sentence = format!("`{argument}` does not accept this value, {NOT_SHOWN}");
            Mistake::new(sentence).help(format!("`--help` lists the options\n{HOW}"))
        }
        _ => Mistake::new("the arguments cannot be read").help("`--help` lists the options"),
    })
}

/// The mistake in an argument that is neither an option of the command nor the value of one.
fn unknown(error: &clap::Error, argument: &str) -> Mistake {
    if is_secret(argument) {
        return Mistake::new("a secret cannot be an argument").help(format!("{WHY}\n{HOW}"));
    }
    if !argument.starts_with('-') {
        return Mistake::new(format!("there is a value that no option takes, {NOT_SHOWN}"))
            .help(format!("`--help` lists the options\n{HOW}"));
    }
    let sentence = if is_name(argument) {
        format!("there is no option `{argument}`")
    } else {
        format!("there is an unknown option, {NOT_SHOWN}")
    };
    let suggested = did_you_mean(error, ContextKind::SuggestedArg, "");
    Mistake::new(sentence).help(format!("{suggested}`--help` lists the options"))
}

/// The mistake in the value of `option`, which is missing or is none of the possible ones.
fn invalid(error: &clap::Error, option: &str) -> Mistake {
    let is_missing = text(error, ContextKind::InvalidValue).is_none_or(|value| value.is_empty());
    let sentence = if is_missing {
        format!("a value is required for `{option}`")
    } else {
        format!("`{option}` does not accept this value, {NOT_SHOWN}")
    };
    let suggested = did_you_mean(error, ContextKind::SuggestedValue, "");
    let help = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            format!("{suggested}the possible values are {}", values.join(", "))
        }
        _ => "`--help` lists the options".to_owned(),
    };
    Mistake::new(sentence).help(help)
}

/// A question with the name that clap suggests, or nothing.
fn did_you_mean(error: &clap::Error, kind: ContextKind, before: &str) -> String {
    text(error, kind).map(|name| format!("did you mean `{before}{name}`? ")).unwrap_or_default()
}

const NOT_SHOWN: &str = "which is not shown because it could be a secret";
const WHY: &str = "other users of the machine can read arguments, and the shell keeps them in its history";
const HOW: &str =
    "pass secrets in the environment, with `--env-file`, `--auth-token-file` or `--api-secret-file`";

/// Whether somebody meant to pass a secret. Only the name of the option is known here, not its value.
fn is_secret(option: &str) -> bool {
    ["token", "secret", "key", "password"]
        .iter()
        .any(|word| option.starts_with("--") && option.contains(word))
}

/// Whether this looks like the name of an option, and not like a secret after two dashes: a secret of Twilio has digits.
fn is_name(option: &str) -> bool {
    option.len() < 24 && option.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase())
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
