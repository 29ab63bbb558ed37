//! `twilio-token capability`.

use std::process::ExitCode;

use twilio_capability::{ApplicationSid, ClientCapability, ClientName, EventStream, Outgoing, Scope, Scopes};

use crate::keys::AccountArgs;
use crate::minted::OutputArgs;
use crate::mistakes::{Mistake, Mistakes};
use crate::params;
use crate::times::TimeArgs;
use crate::values::optional;

/// Mint a client capability token
///
/// The token allows only what an option asks for. TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN sign it.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// Receive calls to this client name
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    incoming: Option<String>,

    /// Make calls to this application
    #[arg(long, value_name = "AP…", allow_hyphen_values = true)]
    outgoing: Option<String>,

    /// Client name of the calls that are made [default: that of `--incoming`]
    #[arg(long = "as", value_name = "NAME", allow_hyphen_values = true)]
    as_client: Option<String>,

    /// Parameter that Twilio sends to the application with each call; can be repeated
    #[arg(long, value_name = "NAME=VALUE", allow_hyphen_values = true)]
    param: Vec<String>,

    /// Read the account's events, or only those with this value; can be repeated
    #[arg(long, value_name = "NAME=VALUE", num_args = 0..=1, default_missing_value = params::NO_FILTER)]
    events: Vec<String>,

    #[command(flatten)]
    times: TimeArgs,
    #[command(flatten)]
    keys: AccountArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const EXAMPLE: &str = "\
Example:
  twilio-token capability --incoming john \\
    --outgoing AP11111111111111111111111111111111 --param user_id=42 --ttl 5m";

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let scopes = args.scopes(&mut mistakes);
    let times = args.times.read(&mut mistakes);
    let account = args.keys.read(&mut mistakes);
    let (Some(scopes), Some(account)) = (scopes, account) else { return Err(mistakes) };
    mistakes.finish()?;
    let identity = scopes.incoming().or(scopes.outgoing().and_then(Outgoing::client)).cloned();
    let token = ClientCapability::new()
        .scopes(scopes)
        .maybe_ttl(times.ttl)
        .maybe_expires_at(times.expires)
        .maybe_not_before(times.not_before)
        .credentials(&account)
        .sign_at(times.now);
    args.output.print(&token, identity.as_ref().map(ClientName::as_str), times.now)
}

impl Args {
    fn scopes(&self, mistakes: &mut Mistakes) -> Option<Scopes> {
        let incoming = optional(mistakes, "--incoming", self.incoming.as_deref()).map(Scope::Incoming);
        let outgoing = self.outgoing(mistakes).map(Scope::Outgoing);
        let events = self.events(mistakes).map(Scope::Events);
        if self.incoming.is_none() && self.outgoing.is_none() && self.events.is_empty() {
            let mistake = Mistake::new("the token would allow nothing");
            mistakes.add(mistake.help("add `--incoming john`, `--outgoing AP…` or `--events`"));
            return None;
        }
        Scopes::from_list([incoming, outgoing, events].into_iter().flatten()).ok()
    }

    fn outgoing(&self, mistakes: &mut Mistakes) -> Option<Outgoing> {
        let application: Option<ApplicationSid> = optional(mistakes, "--outgoing", self.outgoing.as_deref());
        let client = optional(mistakes, "--as", self.as_client.as_deref());
        let params = params::texts(mistakes, &self.param);
        for (option, is_set) in [("--as", self.as_client.is_some()), ("--param", !self.param.is_empty())] {
            if is_set && self.outgoing.is_none() {
                let mistake = Mistake::new(format!("`{option}` belongs to `--outgoing`, which is missing"));
                mistakes.add(mistake.help("add `--outgoing AP…`, the application that receives the calls"));
            }
        }
        let outgoing = Outgoing::to(application?);
        let outgoing = match client {
            Some(client) => outgoing.as_client(client),
            None => outgoing,
        };
        Some(params.into_iter().fold(outgoing, |outgoing, (name, value)| outgoing.param(name, value)))
    }

    fn events(&self, mistakes: &mut Mistakes) -> Option<EventStream> {
        let filters = params::filters(mistakes, &self.events);
        let events = EventStream::new();
        let events = filters.into_iter().fold(events, |events, (name, value)| events.filter(name, value));
        (!self.events.is_empty()).then_some(events)
    }
}
