//! `twilio-token completions`.

use std::process::ExitCode;

use clap::{Command, ValueEnum};
use clap_complete::Shell;

use crate::mistakes::{Mistake, Mistakes};
use crate::output::print;

/// Print completions for a shell
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  twilio-token completions bash > ~/.local/share/bash-completion/completions/twilio-token")]
pub(crate) struct Args {
    /// The shell
    shell: Supported,
}

#[derive(Clone, Copy, ValueEnum)]
enum Supported {
    Bash,
    Zsh,
    Fish,
}

/// Prints the completions of `command`.
pub(crate) fn run(args: &Args, mut command: Command) -> Result<ExitCode, Mistakes> {
    let shell = match args.shell {
        Supported::Bash => Shell::Bash,
        Supported::Zsh => Shell::Zsh,
        Supported::Fish => Shell::Fish,
    };
    // Generating into standard output would panic if that is a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "twilio-token", &mut script);
    let script = String::from_utf8(script).map_err(|error| Mistake::new(error.to_string()))?;
    print(script.trim_end(), ExitCode::SUCCESS)
}
