//! The macros as a library, because a program cannot link a crate of procedural macros.

use proc_macro2::TokenStream;

#[path = "../../../capability-macros/src/macros/mod.rs"]
mod macros;

use crate::macros::families;
use crate::macros::pipeline::{expand, expand_in_editor};

/// What `capability!` expands to.
pub fn capability(input: TokenStream) -> TokenStream {
    expand(&families::capability::FAMILY, input)
}

/// What `access_token!` expands to.
pub fn access_token(input: TokenStream) -> TokenStream {
    expand(&families::access_token::FAMILY, input)
}

/// What `task_router_capability!` expands to.
pub fn task_router_capability(input: TokenStream) -> TokenStream {
    expand(&families::task_router_capability::FAMILY, input)
}

/// What all of them expand to for rust-analyzer.
pub fn in_editor(input: TokenStream) -> [TokenStream; 3] {
    [
        expand_in_editor(&families::capability::FAMILY, input.clone()),
        expand_in_editor(&families::access_token::FAMILY, input.clone()),
        expand_in_editor(&families::task_router_capability::FAMILY, input),
    ]
}
