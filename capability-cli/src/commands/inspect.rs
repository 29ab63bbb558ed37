//! `twilio-token inspect`.

use std::process::ExitCode;

use clap::ValueEnum;
use twilio_capability::read::{Inspection, TokenKind, inspect_at};

use crate::input::TokenArg;
use crate::json::{as_json, in_words};
use crate::mistakes::Mistakes;
use crate::output::{ascii, print};
use crate::times::ClockArg;

/// Explain a token without its key
///
/// This proves nothing: anybody can make a token that reads like this. `twilio-token verify` checks the signature.
#[derive(clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    token: TokenArg,
    #[command(flatten)]
    view: ViewArgs,
}

const EXAMPLE: &str = "\
Exit status:
  0  the token can be read, even if it has expired
  1  it cannot be read
  2  the call is wrong

Example:
  twilio-token capability --incoming john | twilio-token inspect -";

/// How a token is read.
#[derive(clap::Args)]
pub(crate) struct ViewArgs {
    /// Print JSON, with the severity of each finding
    #[arg(long)]
    pub(crate) json: bool,

    /// The kind of token that is expected
    #[arg(long, value_name = "KIND")]
    pub(crate) expect: Option<ExpectedKind>,

    #[command(flatten)]
    pub(crate) clock: ClockArg,
}

/// A kind of token that the library mints.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExpectedKind {
    Capability,
    Access,
    TaskRouter,
}

impl From<ExpectedKind> for TokenKind {
    fn from(kind: ExpectedKind) -> Self {
        match kind {
            ExpectedKind::Capability => Self::Capability,
            ExpectedKind::Access => Self::Access,
            ExpectedKind::TaskRouter => Self::TaskRouter,
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let token = mistakes.take(args.token.read());
    let now = args.view.clock.now(&mut mistakes);
    let Some(token) = token else { return Err(mistakes) };
    mistakes.finish()?;
    let inspection = args.view.inspect(&token, now);
    let status = if inspection.is_readable() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    args.view.print(&inspection, None, status)
}

impl ViewArgs {
    pub(crate) fn inspect(&self, token: &str, now: twilio_capability::UnixTime) -> Inspection {
        let inspection = inspect_at(token, now);
        match self.expect {
            Some(kind) => inspection.expecting(kind.into()),
            None => inspection,
        }
    }

    pub(crate) fn print(
        &self,
        inspection: &Inspection,
        verdict: Option<&crate::json::Verdict>,
        status: ExitCode,
    ) -> Result<ExitCode, Mistakes> {
        let text = if self.json {
            ascii(&format!("{:#}", as_json(inspection, verdict)))
        } else {
            in_words(inspection, verdict)
        };
        print(&text, status)
    }
}
