//! The options for times.

use twilio_capability::{Ttl, UnixTime};

use crate::mistakes::{Mistake, Mistakes};
use crate::values::optional;

/// When the token is valid.
#[derive(clap::Args)]
#[command(next_help_heading = "Times")]
pub(crate) struct TimeArgs {
    /// How long the token lives, up to 24 hours: `300`, `5m`, `1h` [default: 1h]
    #[arg(long, value_name = "LIFETIME", allow_hyphen_values = true)]
    ttl: Option<String>,

    /// When the token stops being valid, instead of `--ttl`: `1700000000` or `2023-11-14T22:13:20Z`
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    expires: Option<String>,

    /// When the token becomes valid
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    not_before: Option<String>,

    #[command(flatten)]
    clock: ClockArg,
}

/// The time that counts as now.
#[derive(clap::Args)]
pub(crate) struct ClockArg {
    /// The time that counts as now, for output that is the same each time
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
}

/// The times of a token.
pub(crate) struct Times {
    pub(crate) now: UnixTime,
    pub(crate) ttl: Option<Ttl>,
    pub(crate) expires: Option<UnixTime>,
    pub(crate) not_before: Option<UnixTime>,
}

impl ClockArg {
    pub(crate) fn now(&self, mistakes: &mut Mistakes) -> UnixTime {
        optional(mistakes, "--at", self.at.as_deref()).unwrap_or_else(UnixTime::now)
    }
}

impl TimeArgs {
    pub(crate) fn read(&self, mistakes: &mut Mistakes) -> Times {
        let ttl = optional(mistakes, "--ttl", self.ttl.as_deref());
        let expires = optional(mistakes, "--expires", self.expires.as_deref());
        let not_before: Option<UnixTime> = optional(mistakes, "--not-before", self.not_before.as_deref());
        let now = self.clock.now(mistakes);
        if self.ttl.is_some() && self.expires.is_some() {
            let mistake = Mistake::new("both `--ttl` and `--expires` say when the token stops being valid");
            mistakes.add(mistake.help("remove one of them"));
        }
        if let Some(expires) = expires {
            check_end(mistakes, now, not_before, expires);
        } else if let Some(not_before) = not_before {
            check_start(mistakes, now, not_before, ttl.unwrap_or_default());
        }
        Times { now, ttl, expires, not_before }
    }
}

/// A token that has expired is no use, and the library would shorten one that lives too long.
fn check_end(mistakes: &mut Mistakes, now: UnixTime, not_before: Option<UnixTime>, expires: UnixTime) {
    if expires <= now.max(not_before.unwrap_or(now)) {
        let mistake = Mistake::new("--expires: the token would never be valid");
        mistakes.add(mistake.help("pass a time that is later than now and than `--not-before`"));
    } else if expires.as_secs() - now.as_secs() > Ttl::MAX.as_secs().into() {
        let mistake = Mistake::new("--expires: a token lives at most 24 hours");
        mistakes.add(mistake.help(format!("the latest time is {}", now.after(Ttl::MAX))));
    }
}

/// Twilio counts 24 hours from when the token was made, and the library would shorten the lifetime.
fn check_start(mistakes: &mut Mistakes, now: UnixTime, not_before: UnixTime, ttl: Ttl) {
    let longest = now.after(Ttl::MAX).as_secs();
    if not_before.as_secs().saturating_add(ttl.as_secs().into()) > longest {
        let mistake = Mistake::new("--not-before: the token would expire more than 24 hours from now");
        mistakes.add(mistake.help("pass an earlier time or a shorter `--ttl`"));
    }
}
