//! The macro called from edition 2018; see `tests`.
