//! `access_token!`: an access token.

mod check;
mod expand;
mod model;
mod table;

use proc_macro2::TokenStream;

use crate::editor::{self, Reader};
use crate::expansion::{Facade, unfinished};
use crate::findings::Findings;
use crate::syntax::{Tokens, statements};

/// Everything from the input to the expansion.
pub(crate) fn access_token(input: TokenStream) -> TokenStream {
    expansion(input, Reader::Compiler)
}

/// The same for rust-analyzer.
pub(crate) fn in_editor(input: TokenStream) -> TokenStream {
    expansion(input, Reader::Editor)
}

fn expansion(input: TokenStream, reader: Reader) -> TokenStream {
    let (facade, input) = Facade::split(input);
    let mut findings = Findings::default();
    let mut tokens = Tokens::of_call(input, facade.call());
    let tree = statements(&mut tokens, &table::LANGUAGE, &mut findings);
    let model = check::check(&tree, tokens.last(), &mut findings);
    let at = facade.at_call();
    match (reader, findings.gate(model)) {
        (Reader::Compiler, Ok(model)) => expand::expand(&facade, model, tokens.last()),
        (Reader::Compiler, Err(errors)) => unfinished(&at, errors, &expand::stand_in(&at, &tree)),
        (Reader::Editor, result) => {
            editor::expansion(&at, &table::LANGUAGE, &tree, result.err(), &expand::stand_in(&at, &tree))
        }
    }
}
