//! Calls that cannot be read. clap's own messages repeat arguments and values, which could be secrets, and do not say what to write.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::color;
use crate::mistakes::Mistake;

/// Prints the help that was asked for, or what is wrong.
pub(crate) fn report(error: &clap::Error) -> ExitCode {
    if let Some(mistake) = mistake(error) {
        color::to_stderr(mistake);
        return ExitCode::from(2);
    }
    // If this cannot be printed, nobody can read about it either.
    let _ = error.print();
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_help { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// What is wrong, in this command's words and without a value of the call. clap has the words for help and for what is rare.
fn mistake(error: &clap::Error) -> Option<Mistake> {
    let args = texts(error, ContextKind::InvalidArg);
    let argument = args.first().map(String::as_str).unwrap_or_default();
    let option = argument.split(' ').next().unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::UnknownArgument if is_secret(option) => {
            let such_as = if is_name(option) { format!(" such as `{option}`") } else { String::new() };
            Mistake::new(format!("a secret cannot be an argument{such_as}")).help(format!("{WHY}\n{HOW}"))
        }
        ErrorKind::UnknownArgument if !option.starts_with('-') => {
            Mistake::new(format!("there is a value that no option takes, {NOT_SHOWN}"))
                .help(format!("`--help` lists the options\n{HOW}"))
        }
        ErrorKind::UnknownArgument => {
            let sentence = if is_name(option) {
                format!("there is no option `{option}`")
            } else {
                format!("there is an unknown option, {NOT_SHOWN}")
            };
            let suggested = suggestion(error, ContextKind::SuggestedArg, "");
            Mistake::new(sentence).help(format!("{suggested}`--help` lists the options"))
        }
        ErrorKind::InvalidSubcommand => {
            let suggested = suggestion(error, ContextKind::SuggestedSubcommand, "twilio-token ");
            Mistake::new("there is no such command").help(format!("{suggested}`--help` lists the commands"))
        }
        // clap's name for an option that occurs again.
        ErrorKind::ArgumentConflict if texts(error, ContextKind::PriorArg) == args => {
            Mistake::new(format!("`{option}` is given more than once")).help("remove all but one of them")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let values = texts(error, ContextKind::ValidValue);
            let is_missing = texts(error, ContextKind::InvalidValue).iter().all(String::is_empty);
            let mistake = if is_missing {
                Mistake::new(format!("`{option}` has no value"))
            } else {
                Mistake::new(format!("{option}: there is no such value"))
            };
            let suggested = suggestion(error, ContextKind::SuggestedValue, "");
            let values = if values.is_empty() { format!("`{argument}`") } else { listed(&values, "or") };
            mistake.help(format!("{suggested}write {values}"))
        }
        ErrorKind::TooManyValues => {
            Mistake::new(format!("`{option}` takes no value")).help(format!("write `{option}` alone"))
        }
        ErrorKind::MissingRequiredArgument => {
            let is = if args.len() == 1 { "is" } else { "are" };
            let usage = match error.get(ContextKind::Usage) {
                Some(ContextValue::StyledStr(usage)) => usage.to_string(),
                _ => String::new(),
            };
            let usage = usage.trim_start_matches("Usage: ");
            Mistake::new(format!("{} {is} missing", listed(&args, "and")))
                .help(format!("write `{usage}`; `--help` explains each part"))
        }
        ErrorKind::InvalidUtf8 => {
            Mistake::new("an argument is not UTF-8").help("write all arguments in UTF-8")
        }
        // The words of clap for these are names from the definition of the command.
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion
        | ErrorKind::MissingSubcommand
        | ErrorKind::ArgumentConflict
        | ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => return None,
        _ => Mistake::new("the arguments cannot be read").help("`--help` lists the options"),
    })
}

/// What somebody may have meant, before the rest of the help.
fn suggestion(error: &clap::Error, kind: ContextKind, before: &str) -> String {
    let name = texts(error, kind).into_iter().next();
    name.map(|name| format!("did you mean `{before}{name}`? ")).unwrap_or_default()
}

/// `a`, `b` or `c`.
fn listed(list: &[String], word: &str) -> String {
    match list {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [first, other] => format!("`{first}` {word} `{other}`"),
        [first, rest @ ..] => format!("`{first}`, {}", listed(rest, word)),
    }
}

const WHY: &str = "other users of the machine can read arguments, and the shell keeps them in its history";
const HOW: &str =
    "pass secrets in the environment, with `--env-file`, `--auth-token-file` or `--api-secret-file`";

const NOT_SHOWN: &str = "which is not shown because it could be a secret";

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

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
