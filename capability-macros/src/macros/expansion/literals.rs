use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::macros::expansion::At;
use crate::macros::expansion::facade::Path;

/// The literals of a call, whose values the expansion makes in one constant.
///
/// The rules were checked before, for the message. The constructors check them again at compile time, for the guarantee, and
/// nothing is left to do at run time. It is a `const` item because `cargo check` does not report a panic in a `const` block. It
/// is only one because each item costs the compiler as much as a statement. The compiler warns about constants that take it long,
/// as those of very many or long literals do.
#[derive(Default)]
pub(crate) struct Literals {
    paths: Vec<Path>,
    types: Vec<Ident>,
    written: Vec<Literal>,
    names: Vec<Ident>,
}

/// The number of characters from which the compiler could warn. It warns after two million steps, and checking a character takes
/// fewer than a hundred.
const LONG: usize = 20_000;

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

    /// The statement that destructures the constant, so that the item is not visible in the calls. The variables have unusual
    /// names because a constant or a static of the user with the same name would become a pattern.
    pub(crate) fn statement(self, at: &At) -> TokenStream {
        let Self { paths, types, written, names } = self;
        if names.is_empty() {
            return TokenStream::new();
        }
        // Only where it is needed, because a crate can forbid this.
        let is_long = written.iter().map(|literal| literal.to_string().len()).sum::<usize>() > LONG;
        let allow = is_long.then(|| quote_spanned! {at.span=> #[allow(long_running_const_eval)] });
        quote_spanned! {at.span=>
            let (#(#names,)*) = {
                #allow
                const LITERALS: (#(#paths::#types,)*) = (#(#paths::#types::from_static(#written),)*);
                LITERALS
            };
        }
    }
}
