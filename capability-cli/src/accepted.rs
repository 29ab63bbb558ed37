//! What the command accepts as input.

/// The largest number of bytes that are read: larger than any token or webhook, and small enough for any machine.
pub(crate) const MAX_INPUT: usize = 1 << 20;

/// The largest body. One byte more is read, so that a body that was cut is too large.
pub(crate) const MAX_BODY: usize = MAX_INPUT - 1;

/// The type of a body that is a form.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
