//! `capability!`: a client capability token.

mod check;
mod expand;
mod model;
mod table;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use crate::expansion::Facade;
use crate::findings::Findings;
use crate::syntax::{Tokens, statements};

/// Everything from the input to the expansion.
pub(crate) fn capability(input: TokenStream) -> TokenStream {
    let (facade, input) = Facade::split(input);
    let mut findings = Findings::default();
    let mut tokens = Tokens::of_call(input, facade.call());
    let tree = statements(&mut tokens, &table::LANGUAGE, &mut findings);
    let model = check::check(&tree, tokens.last(), &mut findings);
    match findings.gate(model) {
        Ok(model) => expand::expand(&facade, model, tokens.last()),
        Err(errors) => expand::fallback(&facade, &tree, errors),
    }
}
