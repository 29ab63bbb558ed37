use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::expansion::At;
use crate::findings::Errors;
use crate::syntax::{Operand, Statement};

/// The expansion of input with mistakes: the errors; all that was typed, for an editor; and a value, so that nothing
/// around the call becomes wrong with it.
pub(crate) fn unfinished<K>(
    at: &At,
    tree: &[Statement<K>],
    errors: Errors,
    value: &TokenStream,
) -> TokenStream {
    let At { path, span } = at;
    let errors = errors.into_tokens();
    let mut typed = Typed::default();
    typed.read(tree);
    let Typed { words, operands } = typed;
    let expressions = operands.into_iter().map(|operand| {
        let tokens = &operand.tokens;
        quote_spanned! {*span=> { #(#tokens)* } }
    });
    quote_spanned! {*span=> {
        #errors
        #path::__private::editor! { [ #(#words)* ] #(#expressions)* }
        #value
    } }
}

/// All words and expressions of some statements, also of those inside of others.
#[derive(Default)]
struct Typed<'t> {
    words: Vec<&'t Ident>,
    operands: Vec<&'t Operand>,
}

impl<'t> Typed<'t> {
    fn read<K>(&mut self, tree: &'t [Statement<K>]) {
        for statement in tree {
            self.words.push(&statement.word);
            self.operands.extend(statement.operands());
            if let Some(block) = &statement.block {
                self.read(&block.statements);
            }
        }
    }
}
