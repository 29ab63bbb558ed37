//! The servers of README.md and docs/recipes.md. `build.rs` extracts them from these pages, and each is a test in `tests`.
//!
//! The recipe for Cloudflare Workers is compiled here, because it is a library for wasm32.

#[cfg(target_arch = "wasm32")]
include!(concat!(env!("OUT_DIR"), "/workers.rs"));
