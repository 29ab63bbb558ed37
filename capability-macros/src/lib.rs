#![doc = include_str!("../README.md")]

mod derive;
mod macros;

use proc_macro::TokenStream;

use crate::macros::families;
use crate::macros::pipeline::{expand, expand_in_editor};

/// What `twilio_capability::capability!` calls with the path of its types, a `;`, and then what the user wrote.
#[proc_macro]
pub fn capability(input: TokenStream) -> TokenStream {
    expand(&families::capability::FAMILY, input.into()).into()
}

/// `capability` as rust-analyzer sees it.
#[proc_macro]
pub fn capability_in_editor(input: TokenStream) -> TokenStream {
    expand_in_editor(&families::capability::FAMILY, input.into()).into()
}

/// The same for `twilio_capability::access_token!`.
#[proc_macro]
pub fn access_token(input: TokenStream) -> TokenStream {
    expand(&families::access_token::FAMILY, input.into()).into()
}

/// `access_token` as rust-analyzer sees it.
#[proc_macro]
pub fn access_token_in_editor(input: TokenStream) -> TokenStream {
    expand_in_editor(&families::access_token::FAMILY, input.into()).into()
}

/// The same for `twilio_capability::task_router_capability!`.
#[proc_macro]
pub fn task_router_capability(input: TokenStream) -> TokenStream {
    expand(&families::task_router_capability::FAMILY, input.into()).into()
}

/// `task_router_capability` as rust-analyzer sees it.
#[proc_macro]
pub fn task_router_capability_in_editor(input: TokenStream) -> TokenStream {
    expand_in_editor(&families::task_router_capability::FAMILY, input.into()).into()
}

/// Implements the trait `CallParams` for a struct with named fields.
#[proc_macro_derive(CallParams, attributes(params))]
pub fn call_params(input: TokenStream) -> TokenStream {
    derive::expand(input.into()).into()
}
