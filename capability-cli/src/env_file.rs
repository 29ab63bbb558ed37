//! `--env-file`, read as `docker run --env-file` reads it: no quotes, no interpolation, `KEY` alone takes the value that the
//! environment has.

use std::collections::HashMap;
use std::ffi::OsString;

use zeroize::Zeroizing;

use crate::mistakes::Mistake;

/// The variables of a file.
pub(crate) type Variables = HashMap<String, Zeroizing<String>>;

const WHITE_SPACE: [char; 2] = [' ', '\t'];

/// Reads the variables. `environment` gives the value of a name that has none in the file.
///
/// # Errors
///
/// A line has no name, or one with white space. The error names the line and shows none of it.
pub(crate) fn parse(
    text: &str,
    environment: impl Fn(&str) -> Option<OsString>,
) -> Result<Variables, Mistake> {
    let mut variables = Variables::new();
    for (number, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        let line = line.trim_start_matches(WHITE_SPACE);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = |fault| Mistake::new(format!("--env-file: line {} {fault}", number + 1));
        let (name, value) = line.split_once('=').map_or((line, None), |(name, value)| (name, Some(value)));
        if name.is_empty() {
            return Err(fault("has no name before `=`").help("write NAME=value"));
        }
        if name.contains(char::is_whitespace) {
            let help = "write NAME=value, without `export` and without spaces around `=`";
            return Err(fault("has white space in its name").help(help));
        }
        let value = match value {
            Some(value) => Some(value.to_owned()),
            None => environment(name).and_then(|value| value.into_string().ok()),
        };
        if let Some(value) = value {
            variables.insert(name.to_owned(), Zeroizing::new(value));
        }
    }
    Ok(variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Vec<(String, String)> {
        let environment = |name: &str| (name == "SET").then(|| OsString::from("from outside"));
        let mut all: Vec<_> = parse(text, environment)
            .unwrap()
            .into_iter()
            .map(|(name, value)| (name, value.to_string()))
            .collect();
        all.sort();
        all
    }

    #[test]
    fn a_file_is_read_as_docker_reads_it() {
        for (text, name, value) in [
            ("A=1", "A", "1"),
            ("\u{FEFF}A=1\r\n", "A", "1"),
            ("  # a comment\n\n\t A=1", "A", "1"),
            ("A=\"1\"", "A", "\"1\""),
            ("A='1'", "A", "'1'"),
            ("A=$HOME # no comment", "A", "$HOME # no comment"),
            ("A= 1 ", "A", " 1 "),
            ("A=1=2", "A", "1=2"),
            ("A=", "A", ""),
            ("A=1\nA=2", "A", "2"),
            ("SET", "SET", "from outside"),
            ("A=1\nNOT_SET", "A", "1"),
        ] {
            assert_eq!(parsed(text), [(name.to_owned(), value.to_owned())], "{text:?}");
        }
    }

    #[test]
    fn an_error_names_the_line_and_shows_none_of_it() {
        for (text, says) in [
            ("A=1\n=hunter2", "line 2 has no name before `=`"),
            ("export A=hunter2", "line 1 has white space in its name"),
            ("A =hunter2", "line 1 has white space in its name"),
            ("hunter 2", "line 1 has white space in its name"),
        ] {
            let error = parse(text, |_| None).unwrap_err().to_string();
            assert!(error.contains(says) && !error.contains("hunter"), "{text:?}: {error}");
        }
    }
}
