/// What stands before the first `separator`, which is ASCII, and behind it.
///
/// As `str::split_once`, with vector instructions.
pub(super) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = memchr::memchr(separator, text.as_bytes())?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}
