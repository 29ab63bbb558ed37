use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote_spanned};

/// The path of the facade crate. The user can rename the crate, so the facade's `macro_rules!` macro passes `$crate`.
pub(crate) struct Facade {
    path: Path,
}

/// The tokens of a path. Not a stream, because the compiler would copy it each time it is written.
#[derive(Clone)]
pub(crate) struct Path(Vec<TokenTree>);

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}

impl Facade {
    /// The path up to the first `;`, and the input after it.
    pub(crate) fn split(input: TokenStream) -> (Self, impl Iterator<Item = TokenTree>) {
        let mut input = input.into_iter();
        let is_semicolon =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';');
        let path = input.by_ref().take_while(|tree| !is_semicolon(tree)).collect();
        (Self { path: Path(path) }, input)
    }

    /// The facade for use at the token at `span`: names resolve in the facade, and errors point at that token.
    pub(crate) fn at(&self, span: Span) -> At {
        self.placed(|own| own.located_at(span))
    }

    /// The span of the call that the user wrote. With the span of the procedural macro, errors would mention that macro.
    pub(crate) fn call(&self) -> Span {
        let span = Span::call_site();
        self.path.0.first().map_or(span, |tree| span.resolved_at(tree.span()))
    }

    /// The facade for use at the whole call.
    pub(crate) fn at_call(&self) -> At {
        self.placed(|own| own)
    }

    fn placed(&self, place: impl Fn(Span) -> Span) -> At {
        let mut path = self.path.clone();
        for tree in &mut path.0 {
            tree.set_span(place(tree.span()));
        }
        let span = path.0.first().map_or_else(|| place(Span::call_site()), TokenTree::span);
        At { path, span }
    }
}

/// A [`Facade`] at a place of the input.
pub(crate) struct At {
    pub(crate) path: Path,
    /// The span of the code around the user's tokens. Lints treat code with this span as the facade's.
    pub(crate) span: Span,
}

impl At {
    /// `facade::Type::function(argument)`: the start of a chain of calls. It needs nothing in scope, not even the prelude.
    pub(crate) fn first_call(&self, ty: &str, function: &str, argument: Option<&TokenStream>) -> TokenStream {
        let Self { path, span } = self;
        let (ty, function) = (Ident::new(ty, *span), Ident::new(function, *span));
        quote_spanned! {*span=> #path::#ty::#function(#argument) }
    }

    /// `.function(arguments)`, after a call whose type is known, so that inherent functions win over those of any trait. The
    /// name has the span of the keyword it comes from, so that an editor shows the function there.
    pub(crate) fn next_call(&self, (function, word): (&str, Span), arguments: &[TokenStream]) -> TokenStream {
        let function = Ident::new(function, word);
        quote_spanned! {self.span=> .#function(#(#arguments),*) }
    }
}
