//! The macros, called from edition 2021. See `tests`.
