//! The macros of a renamed dependency. See `tests`.
