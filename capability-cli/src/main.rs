//! The command `twilio-token`.

#![allow(
    clippy::doc_markdown,
    reason = "clap shows the comments of options in a terminal, where backticks around names are noise"
)]

mod accepted;
mod call;
mod color;
mod commands;
mod env_file;
mod input;
mod json;
mod keys;
mod minted;
mod mistakes;
mod output;
mod params;
mod shell_words;
mod times;
mod usage;
mod values;
mod variables;

use std::process::ExitCode;

fn main() -> ExitCode {
    call::run()
}
