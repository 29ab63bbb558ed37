//! The macro under a renamed dependency; see `tests`.
