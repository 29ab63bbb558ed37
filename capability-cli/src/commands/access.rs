//! `twilio-token access`.

mod grants;

use std::process::ExitCode;

use twilio_capability::{AccessToken, ApiKeyCredentials, Grants, Identity, Region, Token, VoiceIdentity};

use self::grants::GrantArgs;
use crate::keys::ApiKeyArgs;
use crate::minted::OutputArgs;
use crate::mistakes::{Mistake, Mistakes};
use crate::times::{TimeArgs, Times};
use crate::values::optional;

/// Mint an access token
///
/// The token has only the grants that an option asks for. TWILIO_ACCOUNT_SID, TWILIO_API_KEY and TWILIO_API_SECRET sign it.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// The user of the token; with Voice only letters, digits and `_`
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    identity: Option<String>,

    /// Mint a token without an identity
    #[arg(long)]
    anonymous: bool,

    /// Region of the API key, for example ie1 [default: us1]
    #[arg(long, value_name = "REGION", allow_hyphen_values = true)]
    region: Option<String>,

    /// ID of the token [default: the API key and the time]
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    id: Option<String>,

    #[command(flatten)]
    grants: GrantArgs,
    #[command(flatten)]
    times: TimeArgs,
    #[command(flatten)]
    keys: ApiKeyArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const EXAMPLE: &str = "\
Example:
  twilio-token access --identity john --voice-incoming \\
    --voice-outgoing AP11111111111111111111111111111111 --param plan=gold --ttl 1h";

/// Who the token is for. Voice asks for an identity that is a client name.
enum User {
    Voice(VoiceIdentity),
    Named(Identity),
    Nobody,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let user = args.user(&mut mistakes);
    let grants = args.grants.read(&mut mistakes);
    let region: Option<Region> = optional(&mut mistakes, "--region", args.region.as_deref());
    let id = optional(&mut mistakes, "--id", args.id.as_deref());
    let times = args.times.read(&mut mistakes);
    let api_key = args.keys.read(&mut mistakes);
    let (Some(user), Some(grants), Some(api_key)) = (user, grants, api_key) else { return Err(mistakes) };
    mistakes.finish()?;
    let token = AccessToken::new().maybe_region(region);
    let token = match id {
        Some(id) => token.id(id),
        None => token,
    };
    let signed = sign(token, &user, grants, &api_key, &times)?;
    let identity = match &user {
        User::Voice(identity) => Some(identity.as_str()),
        User::Named(identity) => Some(identity.as_str()),
        User::Nobody => None,
    };
    args.output.print(&signed, identity, times.now)
}

fn sign(
    token: AccessToken,
    user: &User,
    grants: Grants,
    api_key: &ApiKeyCredentials,
    times: &Times,
) -> Result<Token, Mistake> {
    let token = token
        .maybe_ttl(times.ttl)
        .maybe_expires_at(times.expires)
        .maybe_not_before(times.not_before)
        .credentials(api_key);
    // Without Voice, any identity is right.
    let without_voice = |grants: Grants| {
        grants.without_voice().map_err(|error| Mistake::from(twilio_capability::Error::from(error)))
    };
    Ok(match user {
        User::Voice(identity) => token.voice_identity(identity.clone()).grants(grants).sign_at(times.now),
        User::Named(identity) => {
            token.identity(identity.clone()).grants(without_voice(grants)?).sign_at(times.now)
        }
        User::Nobody => token.anonymous().grants(without_voice(grants)?).sign_at(times.now),
    })
}

impl Args {
    fn user(&self, mistakes: &mut Mistakes) -> Option<User> {
        match (self.identity.as_deref(), self.anonymous) {
            (Some(_), true) => {
                let mistake = Mistake::new("`--anonymous` and `--identity` contradict each other");
                mistakes.add(mistake.help("remove one of them"));
                None
            }
            (None, false) => {
                let mistake = Mistake::new("the token has no identity");
                mistakes.add(
                    mistake.help("add `--identity john`, or `--anonymous` for a token without an identity"),
                );
                None
            }
            (None, true) if self.grants.has_voice() => {
                let mistake = Mistake::new("a token with Voice needs an identity");
                mistakes.add(mistake.help("replace `--anonymous` by `--identity john`"));
                None
            }
            (None, true) => Some(User::Nobody),
            (name, false) if self.grants.has_voice() => {
                optional(mistakes, "--identity", name).map(User::Voice)
            }
            (name, false) => optional(mistakes, "--identity", name).map(User::Named),
        }
    }
}
