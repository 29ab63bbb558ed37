//! `#[derive(CallParams)]`: from the declaration of a struct to the implementation of the trait.
//!
//! The declaration is parsed by `syn`, checked against the rules, and expanded. With mistakes, the expansion is the errors and an
//! implementation of the trait, so that the uses of the struct have no further errors.

mod attributes;
mod declaration;
mod expansion;
mod field;
mod span;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::derive::declaration::Declaration;
use crate::derive::expansion::{fallback, implementation};
use crate::macros::mistakes::Mistakes;

/// The expansion of the derive for the item `input`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut mistakes = Mistakes::default();
    let declaration = Declaration::new(&input, &mut mistakes);
    match mistakes.gate(()) {
        Ok(_) => implementation(&declaration),
        Err(errors) => {
            let mut tokens = errors.into_tokens();
            tokens.extend(fallback(&declaration));
            tokens
        }
    }
}
