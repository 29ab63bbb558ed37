use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::macros::expansion::At;
use crate::macros::expansion::facade::Path;

/// The literals of a call, of which the expansion makes values in one constant.
///
/// Their rules were checked by then, for the sake of the message. This is for the guarantee: the constructors check
/// again, at compile time, and nothing is left to do at run time. It is a `const` item, since a panic in a `const` block
/// is not reported by `cargo check`, and only one, since each costs the compiler as much as a statement.
#[derive(Default)]
pub(crate) struct Literals {
    paths: Vec<Path>,
    types: Vec<Ident>,
    written: Vec<Literal>,
    names: Vec<Ident>,
}

impl Literals {
    /// The value of a literal of type `ty`.
    pub(crate) fn value(&mut self, at: &At, ty: &str, literal: Literal) -> TokenStream {
        let name = Ident::new(&format!("__twilio_capability_literal_{}", self.names.len()), at.span);
        let value = name.to_token_stream();
        self.paths.push(at.path.clone());
        self.types.push(Ident::new(ty, at.span));
        self.written.push(literal);
        self.names.push(name);
        value
    }

    /// The statement that takes the constant apart, so that the item is not to be seen from the calls. The names are
    /// variables, which do not meet those of the user, but for constants and statics: hence a form that nobody chooses.
    pub(crate) fn statement(self, at: &At) -> TokenStream {
        let Self { paths, types, written, names } = self;
        if names.is_empty() {
            return TokenStream::new();
        }
        quote_spanned! {at.span=>
            let (#(#names,)*) = {
                const LITERALS: (#(#paths::#types,)*) = (#(#paths::#types::from_static(#written),)*);
                LITERALS
            };
        }
    }
}
