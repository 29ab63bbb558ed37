#![doc = include_str!("../README.md")]

mod access_token;
mod capability;
mod checks;
mod editor;
mod expansion;
mod findings;
mod suggest;
mod syntax;
mod values;

use proc_macro::TokenStream;

/// The stages behind `twilio_capability::capability!`, which passes the path of its types, a `;`, and then what
/// the user wrote.
#[proc_macro]
pub fn capability(input: TokenStream) -> TokenStream {
    capability::capability(input.into()).into()
}

/// What `capability` is for rust-analyzer.
#[proc_macro]
pub fn capability_in_editor(input: TokenStream) -> TokenStream {
    capability::in_editor(input.into()).into()
}

/// The stages behind `twilio_capability::access_token!`, which passes the same in front.
#[proc_macro]
pub fn access_token(input: TokenStream) -> TokenStream {
    access_token::access_token(input.into()).into()
}

/// What `access_token` is for rust-analyzer.
#[proc_macro]
pub fn access_token_in_editor(input: TokenStream) -> TokenStream {
    access_token::in_editor(input.into()).into()
}
