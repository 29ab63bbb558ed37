//! The keys that sign and verify.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use twilio_capability::{AccountCredentials, ApiKeyCredentials, EnvError, EnvErrorKind};

use crate::mistakes::{Mistake, Mistakes};
use crate::variables::{EnvFileArg, Variables, only_one_stdin};

/// The file of an auth token.
#[derive(clap::Args)]
pub(crate) struct AuthTokenArg {
    /// File with the auth token, `-` for standard input [default: TWILIO_AUTH_TOKEN]
    #[arg(long, value_name = "FILE")]
    pub(crate) auth_token_file: Option<PathBuf>,
}

/// The file of an API secret.
#[derive(clap::Args)]
pub(crate) struct ApiSecretArg {
    /// File with the API secret, `-` for standard input [default: TWILIO_API_SECRET]
    #[arg(long, value_name = "FILE")]
    pub(crate) api_secret_file: Option<PathBuf>,
}

/// What signs capability tokens.
#[derive(clap::Args)]
#[command(next_help_heading = "Keys")]
pub(crate) struct AccountArgs {
    #[command(flatten)]
    auth_token: AuthTokenArg,
    #[command(flatten)]
    env_file: EnvFileArg,
}

/// What signs access tokens.
#[derive(clap::Args)]
#[command(next_help_heading = "Keys")]
pub(crate) struct ApiKeyArgs {
    #[command(flatten)]
    api_secret: ApiSecretArg,
    #[command(flatten)]
    env_file: EnvFileArg,
}

/// The keys for a token of any kind.
#[derive(clap::Args)]
#[command(next_help_heading = "Keys")]
pub(crate) struct AnyKeyArgs {
    #[command(flatten)]
    auth_token: AuthTokenArg,
    #[command(flatten)]
    api_secret: ApiSecretArg,
    #[command(flatten)]
    env_file: EnvFileArg,
}

/// The keys for a webhook.
#[derive(clap::Args)]
#[command(next_help_heading = "Keys")]
pub(crate) struct WebhookKeyArgs {
    #[command(flatten)]
    env_file: EnvFileArg,
}

impl WebhookKeyArgs {
    pub(crate) fn variables(&self) -> Result<Variables, Mistake> {
        variables(None, None, &self.env_file, Some(("the body", Some(Path::new("-")))))
    }
}

impl AccountArgs {
    pub(crate) fn read(&self, mistakes: &mut Mistakes) -> Option<AccountCredentials> {
        let variables = mistakes.take(variables(Some(&self.auth_token), None, &self.env_file, None))?;
        account(mistakes, &variables)
    }
}

impl ApiKeyArgs {
    pub(crate) fn read(&self, mistakes: &mut Mistakes) -> Option<ApiKeyCredentials> {
        let variables = mistakes.take(variables(None, Some(&self.api_secret), &self.env_file, None))?;
        api_key(mistakes, &variables)
    }
}

impl AnyKeyArgs {
    /// The variables. `other` is what else can read standard input.
    pub(crate) fn variables(&self, other: (&str, Option<&Path>)) -> Result<Variables, Mistake> {
        variables(Some(&self.auth_token), Some(&self.api_secret), &self.env_file, Some(other))
    }
}

/// The variables of a call with these options.
fn variables(
    auth_token: Option<&AuthTokenArg>,
    api_secret: Option<&ApiSecretArg>,
    env_file: &EnvFileArg,
    other: Option<(&str, Option<&Path>)>,
) -> Result<Variables, Mistake> {
    let auth_token = auth_token.and_then(|arg| arg.auth_token_file.as_deref());
    let api_secret = api_secret.and_then(|arg| arg.api_secret_file.as_deref());
    only_one_stdin(&[
        ("--auth-token-file", auth_token),
        ("--api-secret-file", api_secret),
        ("--env-file", env_file.env_file.as_deref()),
        other.unwrap_or_default(),
    ])?;
    let mut variables = Variables::new(env_file)?;
    if let Some(path) = auth_token {
        variables.add_secret("--auth-token-file", AccountCredentials::AUTH_TOKEN_VARIABLE, path)?;
    }
    if let Some(path) = api_secret {
        variables.add_secret("--api-secret-file", "TWILIO_API_SECRET", path)?;
    }
    Ok(variables)
}

/// The key of capability tokens.
pub(crate) fn account(mistakes: &mut Mistakes, variables: &Variables) -> Option<AccountCredentials> {
    all_mistakes(mistakes, variables, |get| AccountCredentials::from_vars(get))
}

/// The key of access tokens.
pub(crate) fn api_key(mistakes: &mut Mistakes, variables: &Variables) -> Option<ApiKeyCredentials> {
    all_mistakes(mistakes, variables, |get| ApiKeyCredentials::from_vars(get))
}

/// Credentials, or the mistake in each variable. The library names all variables that are missing, and stops at the first that is
/// wrong, so it reads once more with values that are right for these.
fn all_mistakes<T>(
    mistakes: &mut Mistakes,
    variables: &Variables,
    read: impl Fn(&dyn Fn(&str) -> Option<OsString>) -> Result<T, EnvError>,
) -> Option<T> {
    let mut wrong: Vec<String> = Vec::new();
    for (name, mistake) in variables.empty_secrets() {
        mistakes.add(mistake);
        wrong.push(name.to_owned());
    }
    loop {
        let get = |name: &str| {
            let is_wrong = wrong.iter().any(|wrong| wrong == name);
            if is_wrong { Some(right_value(name).into()) } else { variables.get(name) }
        };
        match read(&get) {
            Ok(credentials) => return wrong.is_empty().then_some(credentials),
            Err(error) => {
                mistakes.add(variables.mistake(&error));
                // A conflict of two names stays if one of them has another value.
                let is_known = wrong.iter().any(|name| name == error.variable());
                if is_known || error.kind() == EnvErrorKind::Conflict {
                    return None;
                }
                wrong.extend(error.variables().chain(error.other_variable()).map(str::to_owned));
            }
        }
    }
}

/// A value that breaks no rule. It signs nothing, because there is a mistake.
fn right_value(name: &str) -> &'static str {
    match name {
        "TWILIO_ACCOUNT_SID" => "AC00000000000000000000000000000000",
        "TWILIO_API_KEY" | "TWILIO_API_KEY_SID" => "SK00000000000000000000000000000000",
        _ => "not_a_real_secret",
    }
}
