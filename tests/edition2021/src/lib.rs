//! The macro called from edition 2021; see `tests`.
