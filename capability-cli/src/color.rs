//! Standard error, in colours if it is a terminal and `NO_COLOR` is not set.

use std::fmt::Display;
use std::io::Write;

use anstyle::{AnsiColor, Style};

pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(crate) const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// Writes lines to standard error. If that is closed, nobody reads them.
pub(crate) fn to_stderr(lines: impl Display) {
    let _ = writeln!(anstream::stderr(), "{lines}");
}
