//! Files and standard input.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::accepted::MAX_INPUT;
use crate::mistakes::Mistake;

/// The content of a file, or of standard input if the path is `-`.
///
/// # Errors
///
/// It cannot be read. The error does not show the path, which could be a secret that was passed by mistake.
pub(crate) fn read(option: &str, path: &Path) -> Result<Zeroizing<Vec<u8>>, Mistake> {
    if path == Path::new("-") {
        return stdin()
            .map_err(|error| Mistake::new(format!("{option}: cannot read standard input: {error}")));
    }
    let content = File::open(path).and_then(bounded);
    content.map_err(|error| {
        Mistake::new(format!("{option}: cannot read this file: {error}"))
            .help("pass the path of a file, or `-` for standard input")
    })
}

/// The content of a text file, or of standard input if the path is `-`.
pub(crate) fn read_text(option: &str, path: &Path) -> Result<Zeroizing<String>, Mistake> {
    let bytes = read(option, path)?;
    // A value that was cut would be another one.
    if bytes.len() == MAX_INPUT {
        return Err(Mistake::new(format!("{option}: the content of the file has 1 MiB or more")));
    }
    match str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Mistake::new(format!("{option}: the content of the file is not UTF-8"))),
    }
}

/// What is in standard input.
pub(crate) fn stdin() -> io::Result<Zeroizing<Vec<u8>>> {
    bounded(io::stdin())
}

/// What is after the limit is not read.
fn bounded(source: impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    source.take(MAX_INPUT as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The token to read.
#[derive(clap::Args)]
pub(crate) struct TokenArg {
    /// The token, the path of a file with it, or `-` for standard input
    token: OsString,
}

impl TokenArg {
    /// The path, if the token is not the argument itself.
    pub(crate) fn path(&self) -> Option<&Path> {
        let path = Path::new(&self.token);
        // Not only a file: the shell passes the path of a pipe for `<(…)`.
        (path == Path::new("-") || path.exists()).then_some(path)
    }

    /// The token. It is ASCII: if this is not UTF-8, an inspection reports the position of the fault.
    pub(crate) fn read(&self) -> Result<String, Mistake> {
        let token = match self.path() {
            Some(path) => String::from_utf8_lossy(&read("the token", path)?).into_owned(),
            None => self.token.to_string_lossy().into_owned(),
        };
        let help = "pass a token, the path of a file with it, or `-` for standard input";
        if self.path().is_none() && is_like_path(&token) {
            return Err(Mistake::new("there is no file of this name, and it is not a token").help(help));
        }
        // A line break or a space is often copied together with a token.
        match token.trim() {
            "" => Err(Mistake::new("the token is empty").help(help)),
            token => Ok(token.to_owned()),
        }
    }
}

/// Whether an argument is rather the path of a file that does not exist than a token, or text around one.
fn is_like_path(argument: &str) -> bool {
    // The header of a token starts with these characters: they are `{"` in base64url.
    let is_of_token = argument.contains("eyJ");
    let is_of_text = argument.contains(|c: char| c.is_whitespace() || "<>{}\"=".contains(c));
    let has_folder = argument.contains(['/', '\\']) && !argument.contains("://");
    let has_extension = argument.rsplit_once('.').is_some_and(|(_, extension)| {
        (2..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    !is_of_token && !is_of_text && (has_folder || has_extension)
}
