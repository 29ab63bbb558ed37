//! From the input of a macro to its expansion: parse, check, expand. The macros differ only in their [`Family`].

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::macros::check::checked;
use crate::macros::editor;
use crate::macros::expansion::{At, Facade, calls};
use crate::macros::mistakes::{Errors, Mistakes};
use crate::macros::syntax::{Block, Tokens, statements};
use crate::macros::table::Table;

/// A macro: its statements and what they build.
pub(crate) struct Family {
    pub(crate) table: &'static Table,
    /// The type whose `new` starts the chain of calls.
    pub(crate) builder: &'static str,
    /// The type that a macro call has, or would have without its mistakes.
    pub(crate) value_type: fn(&At, &Block) -> TokenStream,
    /// Checks that look at several statements, and that no table can say.
    pub(crate) check: fn(&Block, &mut Mistakes),
}

/// The expansion for the compiler: builder calls for correct input. For wrong input, the errors and a value of the right
/// type, because the code around the call would have more errors without a value.
pub(crate) fn expand(family: &Family, input: TokenStream) -> TokenStream {
    expansion(family, input, Audience::Compiler)
}

/// The expansion for rust-analyzer: everything that was typed, the mistakes, and a value of the right type.
pub(crate) fn expand_in_editor(family: &Family, input: TokenStream) -> TokenStream {
    expansion(family, input, Audience::Editor)
}

/// Who reads the expansion.
enum Audience {
    Compiler,
    Editor,
}

fn expansion(family: &Family, input: TokenStream, audience: Audience) -> TokenStream {
    let (facade, input) = Facade::split(input);
    let mut mistakes = Mistakes::default();
    let mut tokens = Tokens::of_call(input, facade.call());
    let call = statements(&mut tokens, family.table, &mut mistakes);
    let chain = checked(&call, family.table, &mut mistakes);
    (family.check)(&call, &mut mistakes);

    let at = facade.at_call();
    let (typed, errors) = match (audience, mistakes.gate(chain)) {
        (Audience::Compiler, Ok(chain)) => return calls(&facade, family.builder, chain, tokens.last()),
        (Audience::Compiler, Err(errors)) => (None, Some(errors)),
        (Audience::Editor, result) => (Some(editor::typed(&at, family.table, &call)), result.err()),
    };
    let errors = errors.map(Errors::into_tokens);
    let ty = (family.value_type)(&at, &call);
    let At { path, span } = at;
    quote_spanned! {span=> { #typed #errors #path::__private::unfinished::<#ty>() } }
}
