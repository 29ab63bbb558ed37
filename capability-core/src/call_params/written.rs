use std::fmt::{Display, Write};

/// The `Display` of `value`. A value that fails halfway must not pass for a shorter one, so it is empty.
pub(crate) fn written(value: &dyn Display) -> String {
    let mut text = String::new();
    match write!(text, "{value}") {
        Ok(()) => text,
        Err(_) => String::new(),
    }
}
