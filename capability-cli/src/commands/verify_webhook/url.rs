//! The URL of a webhook. A password can be in it, so it can be in a file.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::input::read_text;
use crate::mistakes::Mistake;
use crate::variables::only_one_stdin;

/// Where the URL comes from.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct UrlArg {
    /// Whole URL to which Twilio sent the request, with its query
    #[arg(long)]
    url: Option<String>,

    /// File with the whole URL, for one with a password
    #[arg(long, value_name = "FILE")]
    url_file: Option<PathBuf>,
}

impl UrlArg {
    /// The URL with its query.
    pub(super) fn read(&self) -> Result<Zeroizing<String>, Mistake> {
        match (&self.url, &self.url_file) {
            (Some(url), _) if may_have_password(url) => {
                let mistake = Mistake::new("--url: there could be a password before the `@` of this URL");
                Err(mistake.help("pass a file with the URL to `--url-file`, because other users of the machine can read arguments"))
            }
            (Some(url), _) => Ok(Zeroizing::new(url.clone())),
            (None, Some(path)) => {
                only_one_stdin(&[("--url-file", Some(path)), ("the body", Some(Path::new("-")))])?;
                let text = read_text("--url-file", path)?;
                // An editor ends the last line of a file, and `echo` its output.
                Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
            }
            (None, None) => Err(Mistake::new("there is no URL").help("pass it to `--url`")),
        }
    }
}

/// The URL of the server, and what comes after it.
pub(super) fn split(url: &str) -> (&str, String) {
    let host = url.find("://").map_or(0, |at| at + "://".len());
    let end = url.get(host..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(url.len(), |at| host + at);
    let (base, target) = url.split_at(end);
    if target.starts_with('/') { (base, target.to_owned()) } else { (base, format!("/{target}")) }
}

/// Whether a password could be in the URL, or in what comes after its first `/`.
pub(super) fn may_have_password(url: &str) -> bool {
    url.split(['?', '#']).next().unwrap_or_default().contains('@')
}
