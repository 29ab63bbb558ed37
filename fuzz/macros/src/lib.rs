//! The sources of the macros as a library: nothing but the compiler can link procedural macros.

use proc_macro2::TokenStream;

#[path = "../../../capability-macros/src"]
mod macros {
    pub(crate) mod access_token;
    pub(crate) mod capability;
    pub(crate) mod checks;
    pub(crate) mod editor;
    pub(crate) mod expansion;
    pub(crate) mod findings;
    pub(crate) mod suggest;
    pub(crate) mod syntax;
    pub(crate) mod values;
}

// The sources name each other from the root of their crate.
use macros::{access_token, capability, checks, editor, expansion, findings, suggest, syntax, values};

/// What `capability!` expands to.
pub fn capability(input: TokenStream) -> TokenStream {
    capability::capability(input)
}

/// What `access_token!` expands to.
pub fn access_token(input: TokenStream) -> TokenStream {
    access_token::access_token(input)
}

/// What both expand to for rust-analyzer.
pub fn in_editor(input: TokenStream) -> [TokenStream; 2] {
    [capability::in_editor(input.clone()), access_token::in_editor(input)]
}
