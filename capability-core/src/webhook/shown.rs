//! What a log gets of a request. Anybody can send one, without a key.

/// The most characters that are shown.
const MAX: usize = 200;

/// The start of a path or a method, and `…` if that is not all of it.
pub(super) fn start(text: &str) -> (&str, &'static str) {
    match text.char_indices().nth(MAX) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
        None => (text, ""),
    }
}
