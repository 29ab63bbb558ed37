//! The macros as a library: nothing but the compiler can link procedural macros.

use proc_macro2::TokenStream;

#[path = "../../../capability-macros/src/macros/mod.rs"]
mod macros;

use crate::macros::families::{ACCESS_TOKEN, CAPABILITY};
use crate::macros::pipeline::{expand, expand_in_editor};

/// What `capability!` expands to.
pub fn capability(input: TokenStream) -> TokenStream {
    expand(&CAPABILITY, input)
}

/// What `access_token!` expands to.
pub fn access_token(input: TokenStream) -> TokenStream {
    expand(&ACCESS_TOKEN, input)
}

/// What both expand to for rust-analyzer.
pub fn in_editor(input: TokenStream) -> [TokenStream; 2] {
    [expand_in_editor(&CAPABILITY, input.clone()), expand_in_editor(&ACCESS_TOKEN, input)]
}
