//! Standard output.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::mistakes::{Mistake, Mistakes};

/// Prints `text` and a line break. A closed pipe is not a failure, so that `twilio-token inspect … | head -1` succeeds.
pub(crate) fn print(text: &str, status: ExitCode) -> Result<ExitCode, Mistakes> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Ok(()) => Ok(status),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status),
        Err(error) => Err(Mistake::new(format!("cannot print: {error}")).into()),
    }
}

/// The same JSON with everything that is not printable ASCII escaped, because a terminal could interpret it.
pub(crate) fn ascii(json: &str) -> String {
    let mut shown = String::new();
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            shown.push(c);
        } else {
            shown.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    shown
}
