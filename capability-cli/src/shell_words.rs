//! What the library says about Rust, in words of the shell.

use twilio_capability::webhook::{WebhookError, WebhookErrorKind};
use twilio_capability::{ClientName, EnvError};

use crate::accepted::{FORM, MAX_BODY};

/// What names a function or a type of Rust in the help of the library, and what a terminal shows instead.
const WORDS: [(&str, &str); 3] = [
    (": `trim()` removes white space at the ends", ""),
    (
        "pass JSON, with numbers that fit in an `f64`",
        "pass JSON: a string has quotes, as in `'name=\"text\"'`",
    ),
    (", for example with `value.to_string()`", ": `--param` instead of `--param-json`"),
];

/// The end of a help about a character that a name cannot have.
const ESCAPED: [&str; 2] = [
    "; `ClientName::escaped` makes one from any string",
    "; `VoiceIdentity::escaped` makes one from any string",
];

/// The help of an error of the library.
pub(crate) fn in_shell(help: &str) -> String {
    WORDS.iter().fold(help.to_owned(), |help, (rust, shell)| help.replace(rust, shell))
}

/// The help of an error about a value. `value` is `None` if it must not be shown.
pub(crate) fn about_value(help: &str, value: Option<&str>) -> String {
    let Some(rule) = ESCAPED.iter().find_map(|words| help.strip_suffix(words)) else { return in_shell(help) };
    match value.and_then(|value| ClientName::escaped(value).ok()) {
        Some(name) => format!("{rule}; escaped, this name is `{name}`"),
        None => rule.to_owned(),
    }
}

/// The help of an error about variables.
pub(crate) fn about_variables(error: &EnvError) -> String {
    // A call that reads another name.
    let help = error.help().split(", or read ").next().unwrap_or_default();
    match help.strip_suffix(" before the program starts") {
        Some(help) => {
            let them = if error.variables().count() == 1 { "it" } else { "them" };
            format!("{help}, or pass `--env-file` a file that has {them}")
        }
        None => in_shell(help),
    }
}

/// The help of an error about a webhook.
pub(crate) fn about_webhook(error: &WebhookError) -> String {
    match error.kind() {
        WebhookErrorKind::NoSharedKey => "set TWILIO_WEBHOOK_SHARED_KEY".to_owned(),
        WebhookErrorKind::SharedKeyRequired => {
            "pass the header with `--settings`, or set TWILIO_AUTH_TOKEN if there is none".to_owned()
        }
        WebhookErrorKind::BodyTooLarge => format!("a body has at most {MAX_BODY} bytes here"),
        WebhookErrorKind::Target => "pass the URL as Twilio requested it, without spaces and `#`".to_owned(),
        WebhookErrorKind::MissingBodyHash => {
            format!(
                "pass `--content-type {FORM}` for a form; for other bodies Twilio adds `bodySHA256` to the URL"
            )
        }
        _ => in_shell(error.help()),
    }
}
