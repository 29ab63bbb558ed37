//! Where the values of variables come from: files first, then the environment of the process, which is never changed.

use std::env;
use std::error::Error as _;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, AuthToken, EnvError, EnvErrorKind, StringError,
};
use zeroize::Zeroizing;

use crate::env_file;
use crate::input::read_text;
use crate::mistakes::Mistake;
use crate::shell_words::{about_variables, in_shell};

/// A file of variables.
#[derive(clap::Args)]
pub(crate) struct EnvFileArg {
    /// File with lines NAME=value, read as Docker reads it; wins over the environment
    #[arg(long, value_name = "FILE")]
    pub(crate) env_file: Option<PathBuf>,
}

/// The variables of one call.
pub(crate) struct Variables {
    file: Option<env_file::Variables>,
    /// A secret from a file of its own: its option, its variable and its value.
    secrets: Vec<(&'static str, &'static str, Zeroizing<String>)>,
}

/// The names of one value.
const NAMES: [&[&str]; 2] = [&ApiKeyCredentials::API_KEY_VARIABLES, &ApiKeyCredentials::API_SECRET_VARIABLES];

/// The variables of an account. If a file of variables has one of them, the environment is not asked for the others, because they
/// can be of another account.
const OF_AN_ACCOUNT: [&[&str]; 3] = [
    &[
        AccountCredentials::ACCOUNT_SID_VARIABLE,
        AccountCredentials::AUTH_TOKEN_VARIABLE,
        SECONDARY_AUTH_TOKEN,
        SHARED_KEY,
    ],
    &ApiKeyCredentials::API_KEY_VARIABLES,
    &ApiKeyCredentials::API_SECRET_VARIABLES,
];

/// Keys that verify besides the auth token. If that is in a file of its own, the environment is not asked for them.
const MORE_KEYS: [&str; 2] = [SECONDARY_AUTH_TOKEN, SHARED_KEY];

/// The variable of the auth token that replaces the primary one.
pub(crate) const SECONDARY_AUTH_TOKEN: &str = "TWILIO_AUTH_TOKEN_SECONDARY";

/// The variable of the key that signs webhooks in place of the auth token.
pub(crate) const SHARED_KEY: &str = "TWILIO_WEBHOOK_SHARED_KEY";

impl Variables {
    pub(crate) fn new(file: &EnvFileArg) -> Result<Self, Mistake> {
        let parse =
            |path: &PathBuf| env_file::parse(&read_text("--env-file", path)?, |name| env::var_os(name));
        Ok(Self { file: file.env_file.as_ref().map(parse).transpose()?, secrets: Vec::new() })
    }

    /// Reads the secret of `option`, which is the value of `variable`.
    pub(crate) fn add_secret(
        &mut self,
        option: &'static str,
        variable: &'static str,
        path: &Path,
    ) -> Result<(), Mistake> {
        let text = read_text(option, path)?;
        // An editor ends the last line of a file, and `echo` its output.
        let secret = text.strip_suffix('\n').map_or(&**text, |line| line.strip_suffix('\r').unwrap_or(line));
        self.secrets.push((option, variable, Zeroizing::new(secret.to_owned())));
        Ok(())
    }

    pub(crate) fn get(&self, name: &str) -> Option<OsString> {
        let names = NAMES.into_iter().find(|names| names.contains(&name)).unwrap_or_default();
        let is_same = |other: &str| other == name || names.contains(&other);
        if self.secrets.iter().any(|(_, variable, _)| is_same(variable)) {
            let secret = self.secrets.iter().find(|(_, variable, _)| *variable == name);
            return secret.map(|(_, _, secret)| OsString::from(&**secret));
        }
        if let Some(value) = self.file.as_ref().and_then(|file| file.get(name)) {
            return Some(OsString::from(&**value));
        }
        if self.is_not_in_environment(name) { None } else { env::var_os(name) }
    }

    /// Whether the environment is not asked for this variable.
    fn is_not_in_environment(&self, name: &str) -> bool {
        let mut of_account = OF_AN_ACCOUNT.into_iter().flatten();
        let is_auth_token = |(_, variable, _): &_| *variable == AccountCredentials::AUTH_TOKEN_VARIABLE;
        of_account.clone().any(|other| *other == name) && of_account.any(|other| self.file_has(other))
            || MORE_KEYS.contains(&name) && self.secrets.iter().any(is_auth_token)
    }

    /// Whether the file of variables has this one.
    fn file_has(&self, name: &str) -> bool {
        self.file.as_ref().is_some_and(|file| file.contains_key(name))
    }

    /// Whether there is a value that is not empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !Zeroizing::new(value.into_encoded_bytes()).is_empty())
    }

    /// The mistake in a variable. It says where the value came from.
    pub(crate) fn mistake(&self, error: &EnvError) -> Mistake {
        let variable = error.variable();
        let of_secret = self.secrets.iter().find(|(_, name, _)| *name == variable).map(|(option, ..)| option);
        let sentence = error.to_string();
        let is_of_file = error.kind() == EnvErrorKind::Missing && self.is_not_in_environment(variable);
        let sentence = match of_secret {
            Some(option) => {
                let fault = sentence.strip_prefix("the environment variable ").unwrap_or(&sentence);
                format!("{option}: {}", fault.replacen(variable, "the content of the file", 1))
            }
            None if is_of_file || self.file_has(variable) => {
                format!("--env-file: {}", sentence.replace("environment variable", "variable"))
            }
            None => sentence,
        };
        let because = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        let help = if is_of_file {
            "add what is missing to the file; a line with only the name takes the value of the environment"
                .to_owned()
        } else {
            about_variables(error)
        };
        Mistake::new(sentence + &because).help(help)
    }

    /// The variables whose secret is in a file that is empty, with the mistake in each.
    pub(crate) fn empty_secrets(&self) -> impl Iterator<Item = (&'static str, Mistake)> {
        let empty = self.secrets.iter().filter(|(.., secret)| secret.is_empty());
        empty.map(|(option, variable, _)| {
            let mistake = Mistake::new(format!("{option}: the content of the file is empty"));
            (*variable, mistake.help(format!("pass a file with the secret to `{option}`")))
        })
    }
}

/// Refuses a second reader of standard input.
pub(crate) fn only_one_stdin(paths: &[(&str, Option<&Path>)]) -> Result<(), Mistake> {
    let dashes: Vec<_> =
        paths.iter().filter(|(_, path)| *path == Some(Path::new("-"))).map(|(name, _)| *name).collect();
    match dashes.as_slice() {
        [] | [_] => Ok(()),
        several => Err(Mistake::new(format!("{} read standard input", several.join(" and ")))
            .help("pass `-` to one of them, and a file to the others")),
    }
}

impl Variables {
    /// The secret in a variable, if it is set.
    pub(crate) fn secret<T>(&self, name: &str) -> Result<Option<T>, Mistake>
    where
        T: TryFrom<String, Error = StringError>,
    {
        let Some(value) = self.get(name) else { return Ok(None) };
        let variable = if self.file_has(name) {
            format!("--env-file: the variable {name}")
        } else {
            format!("the environment variable {name}")
        };
        let Ok(value) = value.into_string() else {
            return Err(
                Mistake::new(format!("{variable} is not Unicode")).help(format!("write {name} in UTF-8"))
            );
        };
        if is_placeholder(&value) {
            let mistake = Mistake::new(format!("{variable} holds a placeholder"));
            return Err(mistake.help("replace it with the key from the Twilio Console"));
        }
        let invalid = |error: StringError| {
            Mistake::new(format!("{variable} is not valid: {error}"))
                .help(in_shell(&error.help().to_string()))
        };
        T::try_from(value).map(Some).map_err(invalid)
    }

    /// The auth token, if it is set, with the checks of credentials.
    pub(crate) fn auth_token(&self) -> Result<Option<AuthToken>, Mistake> {
        let name = AccountCredentials::AUTH_TOKEN_VARIABLE;
        if self.get(name).is_none() {
            return Ok(None);
        }
        let account = with_auth_token(|| self.get(name));
        account.map_err(|error| self.mistake(&error))?;
        self.secret(name)
    }
}

/// Whether the library refuses this key as a placeholder, which everybody knows.
fn is_placeholder(key: &str) -> bool {
    with_auth_token(|| Some(key.into())).is_err_and(|error| error.kind() == EnvErrorKind::Placeholder)
}

/// Credentials with this auth token, for the checks of the library. The account does not matter for them.
fn with_auth_token(auth_token: impl Fn() -> Option<OsString>) -> Result<AccountCredentials, EnvError> {
    AccountCredentials::from_vars(|name| match name {
        AccountCredentials::ACCOUNT_SID_VARIABLE => Some("AC00000000000000000000000000000000".into()),
        AccountCredentials::AUTH_TOKEN_VARIABLE => auth_token(),
        _ => None,
    })
}
