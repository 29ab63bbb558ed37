//! `twilio-token verify`.

use std::process::ExitCode;

use twilio_capability::read::{Inspection, MatchedKey, TokenKind, Verifier};
use twilio_capability::{
    AccountCredentials, AccountSid, ApiKeyCredentials, AuthToken, UnixTime, VerifiedAccessToken,
    VerifiedCapability, VerifiedTaskRouterCapability,
};

use super::inspect::ViewArgs;
use crate::input::TokenArg;
use crate::json::{Signer, Verdict};
use crate::keys::{self, AnyKeyArgs};
use crate::mistakes::{Mistake, Mistakes};
use crate::variables::{SECONDARY_AUTH_TOKEN, Variables};

/// Check the signature, the claims and the times of a token
///
/// A capability token and a TaskRouter token need TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; one that is signed with
/// TWILIO_AUTH_TOKEN_SECONDARY is valid too. An access token needs TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    token: TokenArg,
    #[command(flatten)]
    view: ViewArgs,
    #[command(flatten)]
    keys: AnyKeyArgs,
}

const EXAMPLE: &str = "\
Exit status:
  0  the token is valid
  1  it is not
  2  nothing is known, because the call is wrong or a key is missing

Example:
  twilio-token verify --env-file .env token.txt";

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let now = args.view.clock.now(&mut mistakes);
    let variables = mistakes.take(args.keys.variables(("the token", args.token.path())));
    let Some(variables) = variables else { return Err(mistakes) };
    let Some(token) = mistakes.take(args.token.read()) else { return Err(mistakes) };
    let inspection = args.view.inspect(&token, now);
    let kind = args.view.expect.map_or(inspection.kind(), TokenKind::from);
    let verdict = verify(&mut mistakes, &variables, &inspection, kind, (&token, now));
    let Some(verdict) = verdict else { return Err(mistakes) };
    mistakes.finish()?;
    let status = if verdict.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    args.view.print(&inspection, Some(&verdict), status)
}

fn verify(
    mistakes: &mut Mistakes,
    variables: &Variables,
    inspection: &Inspection,
    kind: TokenKind,
    (token, now): (&str, UnixTime),
) -> Option<Verdict> {
    let has_account = variables.has(AccountCredentials::AUTH_TOKEN_VARIABLE);
    let of_api_key = [ApiKeyCredentials::API_KEY_VARIABLES, ApiKeyCredentials::API_SECRET_VARIABLES];
    let has_api_key = of_api_key.concat().into_iter().any(|name| variables.has(name));
    match kind {
        TokenKind::Encrypted | TokenKind::ClientValidation => {
            let mistake =
                Mistake::new(format!("this is {}, which cannot be verified here", inspection.kind()));
            mistakes.add(mistake.help("`twilio-token inspect` shows what can be read of it"));
            None
        }
        TokenKind::TaskRouter => {
            let (account, secondary) = account(mistakes, variables)?;
            let verifier = Verifier::task_router(&account);
            let verifier = match secondary {
                Some(secondary) => verifier.or_auth_token(secondary),
                None => verifier,
            };
            Some(verifier.verify_at(token, now).map(Signer::from))
        }
        // If the token cannot be read, each verifier refuses it.
        TokenKind::Access => access(mistakes, variables, token, now),
        TokenKind::Unknown if has_api_key && !has_account => access(mistakes, variables, token, now),
        _ => {
            let (account, secondary) = account(mistakes, variables)?;
            let verifier = Verifier::capability(&account);
            let verifier = match secondary {
                Some(secondary) => verifier.or_auth_token(secondary),
                None => verifier,
            };
            Some(verifier.verify_at(token, now).map(Signer::from))
        }
    }
}

fn access(mistakes: &mut Mistakes, variables: &Variables, token: &str, now: UnixTime) -> Option<Verdict> {
    let api_key = keys::api_key(mistakes, variables)?;
    Some(Verifier::access_token(&api_key).verify_at(token, now).map(Signer::from))
}

/// The account, and the auth token that becomes the primary one, or was it until now.
fn account(
    mistakes: &mut Mistakes,
    variables: &Variables,
) -> Option<(AccountCredentials, Option<AuthToken>)> {
    let account = keys::account(mistakes, variables);
    let secondary = mistakes.take(variables.secret(SECONDARY_AUTH_TOKEN));
    Some((account?, secondary?))
}

impl Signer {
    fn of_account(matched_key: MatchedKey, account: AccountSid) -> Self {
        let key = match matched_key {
            MatchedKey::Secondary => "secondary auth token",
            _ => "auth token",
        };
        Self { key: key.to_owned(), account: account.to_string() }
    }
}

impl From<VerifiedCapability> for Signer {
    fn from(capability: VerifiedCapability) -> Self {
        Self::of_account(capability.matched_key(), capability.issuer())
    }
}

impl From<VerifiedTaskRouterCapability> for Signer {
    fn from(capability: VerifiedTaskRouterCapability) -> Self {
        Self::of_account(capability.matched_key(), capability.account_sid())
    }
}

impl From<VerifiedAccessToken> for Signer {
    fn from(token: VerifiedAccessToken) -> Self {
        Self { key: format!("API key {}", token.api_key_sid()), account: token.account_sid().to_string() }
    }
}
