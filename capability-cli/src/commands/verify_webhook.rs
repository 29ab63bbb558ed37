//! `twilio-token verify-webhook`.

mod url;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use twilio_capability::webhook::{
    PublicUrl, WebhookError, WebhookErrorKind, WebhookRequest, WebhookVerifier,
};
use twilio_capability::{AuthToken, Error, SharedKey};
use zeroize::Zeroizing;

use self::url::{UrlArg, may_have_password, split};
use crate::accepted::{FORM, MAX_BODY};
use crate::input::stdin;
use crate::keys::WebhookKeyArgs;
use crate::mistakes::{Mistake, Mistakes};
use crate::output::print;
use crate::shell_words::about_webhook;
use crate::variables::{SECONDARY_AUTH_TOKEN, SHARED_KEY, Variables};

/// Check the signature of a webhook; its body comes from standard input
///
/// TWILIO_AUTH_TOKEN checks the signature, or TWILIO_WEBHOOK_SHARED_KEY if there are `--settings`. A webhook that is signed with
/// TWILIO_AUTH_TOKEN_SECONDARY is valid too.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// Method of the request
    #[arg(long, default_value = "POST")]
    method: String,

    #[command(flatten)]
    url: UrlArg,

    /// Value of the header `X-Twilio-Signature`
    #[arg(long, allow_hyphen_values = true)]
    signature: String,

    /// Value of the header `X-Twilio-Webhooks-Signature-Settings`, if the request has it
    #[arg(long)]
    settings: Option<String>,

    /// Value of the header `Content-Type`
    #[arg(long, value_name = "TYPE", default_value = FORM)]
    content_type: String,

    #[command(flatten)]
    keys: WebhookKeyArgs,
}

const EXAMPLE: &str = "\
Exit status:
  0  the request is valid
  1  it is not
  2  nothing is known, because the call is wrong or a key is missing

Example:
  twilio-token verify-webhook --url https://example.com/voice \\
    --signature \"$SIGNATURE\" < body";

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let Some(whole_url) = mistakes.take(args.url.read()) else { return Err(mistakes) };
    let (base, target) = split(&whole_url);
    let url = mistakes.take(base.parse::<PublicUrl>().map_err(|error| Mistake::from(Error::from(error))));
    let variables = mistakes.take(args.keys.variables());
    let verifier = variables.and_then(|variables| verifier(&mut mistakes, &variables, url));
    let Some(verifier) = verifier else { return Err(mistakes) };
    mistakes.finish()?;
    let verifier = verifier.max_body(MAX_BODY);
    let body = args.body()?;
    let settings = args.settings.iter().map(|value| ("X-Twilio-Webhooks-Signature-Settings", value));
    let headers = [("X-Twilio-Signature", &args.signature), ("Content-Type", &args.content_type)];
    let headers = headers.into_iter().chain(settings);
    let request = WebhookRequest::new(&args.method, &target, headers, &body);
    match verifier.verify(request) {
        Ok(_) => print("Valid: Twilio signed this request.", ExitCode::SUCCESS),
        Err(error) if is_without_key(&error) => {
            Err(Mistake::new(error.to_string()).help(help(&error, &target)).into())
        }
        Err(error) => {
            print(&format!("NOT VALID: {error}.\nhelp: {}", help(&error, &target)), ExitCode::FAILURE)
        }
    }
}

/// Whether the key is missing that could say more.
fn is_without_key(error: &WebhookError) -> bool {
    matches!(
        error.kind(),
        WebhookErrorKind::KeyTooShort | WebhookErrorKind::NoSharedKey | WebhookErrorKind::SharedKeyRequired
    )
}

/// What to do. The URL is part of the help of a wrong signature.
fn help(error: &WebhookError, target: &str) -> String {
    if error.kind() == WebhookErrorKind::Signature && may_have_password(target) {
        // A `/` in a password ends the host, so what the library takes for the path is the rest of the password.
        "the URL is not shown, because it could contain a password; in a password, `/` is `%2F`. Check that Twilio requested this URL, \
         the auth token, and that the body was not changed"
            .to_owned()
    } else {
        about_webhook(error)
    }
}

/// The verifier with all keys that are set.
fn verifier(
    mistakes: &mut Mistakes,
    variables: &Variables,
    url: Option<PublicUrl>,
) -> Option<WebhookVerifier> {
    let auth_token = mistakes.take(variables.auth_token());
    let secondary = mistakes.take(variables.secret::<AuthToken>(SECONDARY_AUTH_TOKEN));
    let shared_key = mistakes.take(variables.secret::<SharedKey>(SHARED_KEY));
    let verifier = match (auth_token?, shared_key?) {
        (Some(auth_token), None) => WebhookVerifier::new(auth_token, url?),
        (Some(auth_token), Some(key)) => WebhookVerifier::new(auth_token, url?).shared_key(key),
        (None, Some(key)) => WebhookVerifier::from_shared_key(key, url?),
        (None, None) => {
            let mistake = Mistake::new("TWILIO_AUTH_TOKEN and TWILIO_WEBHOOK_SHARED_KEY are not set");
            mistakes.add(
                mistake.help("set the one that signs the webhooks, or pass `--env-file` a file that has it"),
            );
            return None;
        }
    };
    Some(match secondary? {
        Some(secondary) => verifier.or_auth_token(secondary),
        None => verifier,
    })
}

impl Args {
    /// The body. Nobody types the body of a GET, so a terminal is not asked for one.
    fn body(&self) -> Result<Zeroizing<Vec<u8>>, Mistake> {
        if self.method.eq_ignore_ascii_case("GET") && io::stdin().is_terminal() {
            return Ok(Zeroizing::default());
        }
        stdin().map_err(|error| Mistake::new(format!("cannot read the body from standard input: {error}")))
    }
}
