//! What all expansions are made of: paths into the facade, and the values of statements.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

use crate::findings::Errors;
use crate::syntax::Operand;
use crate::values::{Param, Text, Value};

/// The path of the crate that the user depends on, whatever it is called there: normally `$crate`, passed on by the
/// `macro_rules!` macro of the facade.
pub(crate) struct Facade {
    path: Vec<TokenTree>,
}

impl Facade {
    /// The path up to the first `;`, and the input behind it.
    pub(crate) fn split(input: TokenStream) -> (Self, TokenStream) {
        let mut input = input.into_iter();
        let is_semicolon =
            |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';');
        let path = input.by_ref().take_while(|tree| !is_semicolon(tree)).collect();
        (Self { path }, input.collect())
    }

    /// The facade as seen from the token at `span`: it resolves in the facade, and errors point at that token.
    pub(crate) fn at(&self, span: Span) -> At {
        let located = self.path.iter().cloned().map(|mut tree| {
            tree.set_span(tree.span().located_at(span));
            tree
        });
        let path: Vec<TokenTree> = located.collect();
        // Lints take what has this span for the facade's code, not for the user's.
        let span = path.first().map_or(span, TokenTree::span);
        At { path: path.into_iter().collect(), span }
    }

    /// The call, as the user knows it: of the facade's macro, not of the procedural one behind it, which the
    /// compiler would mention.
    pub(crate) fn call(&self) -> Span {
        let span = Span::call_site();
        self.path.first().map_or(span, |tree| span.resolved_at(tree.span()))
    }

    /// The facade as seen from the call.
    pub(crate) fn at_call(&self) -> At {
        let span = self.path.first().map_or_else(Span::call_site, TokenTree::span);
        At { path: self.path.iter().cloned().collect(), span }
    }
}

impl Facade {
    /// A call of the builder `ty` for each parameter.
    pub(crate) fn with_params(
        &self,
        before: TokenStream,
        params: &[Param<'_>],
        [ty, function, name]: [&str; 3],
    ) -> TokenStream {
        params.iter().fold(before, |before, param| {
            let at = self.at(param.place.first);
            let key = at.constant(name, at.string(&param.name));
            let value = at.reference(param.value);
            let At { path, span } = at;
            let (ty, function) = (Ident::new(ty, span), Ident::new(function, span));
            quote_spanned! {span=> #path::#ty::#function(#before, #key, #value) }
        })
    }
}

/// A [`Facade`] at a place of the input.
pub(crate) struct At {
    pub(crate) path: TokenStream,
    /// The span of what stands around the user's tokens.
    pub(crate) span: Span,
}

impl At {
    /// `{ const NAME: Type = Type::from_static(literal); NAME }`. An item, not a `const` block: a panic in that
    /// would not be reported by `cargo check`.
    pub(crate) fn constant(&self, ty: &str, literal: impl ToTokens) -> TokenStream {
        let Self { path, span } = self;
        let ty = Ident::new(ty, *span);
        quote_spanned! {*span=> { const VALUE: #path::#ty = #path::#ty::from_static(#literal); VALUE } }
    }

    /// A literal text as a constant, an expression through the function of the facade that says what it must be.
    pub(crate) fn text(&self, ty: &str, function: &str, text: &Text<'_>) -> TokenStream {
        match text {
            Value::Known(literal) => self.constant(ty, literal),
            Value::Expression(operand) => self.typed(function, operand),
        }
    }

    /// `facade::__private::function(expression)`.
    pub(crate) fn typed(&self, function: &str, operand: &Operand) -> TokenStream {
        let Self { path, span } = self;
        let function = Ident::new(function, *span);
        let argument = self.argument(operand);
        quote_spanned! {*span=> #path::__private::#function(#argument) }
    }

    /// As [`At::typed`], with a reference to the expression.
    pub(crate) fn typed_reference(&self, function: &str, operand: &Operand) -> TokenStream {
        let Self { path, span } = self;
        let function = Ident::new(function, *span);
        let argument = self.reference(operand);
        quote_spanned! {*span=> #path::__private::#function(#argument) }
    }

    /// A lifetime in seconds, or the expression that gives one.
    pub(crate) fn lifetime(&self, lifetime: &Value<'_, u32>) -> TokenStream {
        match lifetime {
            Value::Known(seconds) => {
                let mut seconds = Literal::u32_unsuffixed(*seconds);
                seconds.set_span(self.span);
                self.constant("Ttl", seconds)
            }
            Value::Expression(operand) => self.typed("ttl", operand),
        }
    }

    /// `facade::Type::function(before, argument)`. The name of the function has the span of the word it stands for, so
    /// that an editor shows that function there.
    pub(crate) fn call(
        &self,
        ty: &str,
        (function, word): (&str, &Ident),
        before: &TokenStream,
        argument: &TokenStream,
    ) -> TokenStream {
        let Self { path, span } = self;
        let (ty, function) = (Ident::new(ty, *span), Ident::new(function, word.span()));
        if argument.is_empty() {
            quote_spanned! {*span=> #path::#ty::#function(#before) }
        } else {
            quote_spanned! {*span=> #path::#ty::#function(#before, #argument) }
        }
    }

    /// An expression as the only argument of a function. The user's own parentheses around the whole of it become
    /// ours, or the compiler would call them needless.
    fn argument(&self, operand: &Operand) -> TokenStream {
        match operand.tokens.as_slice() {
            [TokenTree::Group(group)] if group.delimiter() != Delimiter::Bracket => {
                let mut group = group.clone();
                group.set_span(self.span.located_at(group.span()));
                TokenTree::Group(group).into()
            }
            tokens => visible(tokens, self.span),
        }
    }

    /// `&expression`, so that nothing of the user's is moved.
    pub(crate) fn reference(&self, operand: &Operand) -> TokenStream {
        let span = self.span.located_at(operand.place.first);
        match operand.tokens.as_slice() {
            [_] => {
                let value = self.argument(operand);
                quote_spanned! {span=> &#value }
            }
            tokens => {
                let value = visible(tokens, self.span);
                quote_spanned! {span=> &(#value) }
            }
        }
    }

    /// A string literal for a name that was written as an identifier.
    pub(crate) fn string(&self, text: &str) -> Literal {
        let mut literal = Literal::string(text);
        literal.set_span(self.span);
        literal
    }
}

/// The tokens, with parentheses in place of the invisible groups that fragments of `macro_rules!` arrive in: the
/// compiler does not see those in what a procedural macro returns, and `$sum * 2` would come apart.
fn visible(tokens: &[TokenTree], span: Span) -> TokenStream {
    let is_path = |tree: Option<&TokenTree>| match tree {
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ':' | '!' | '>'),
        Some(TokenTree::Group(_)) => true,
        _ => false,
    };
    let mut stream = TokenStream::new();
    for (n, tree) in tokens.iter().enumerate() {
        let shown = match tree {
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::None && !is_path(tokens.get(n + 1)) =>
            {
                let mut shown = Group::new(Delimiter::Parenthesis, group.stream());
                shown.set_span(span.located_at(group.span()));
                TokenTree::Group(shown)
            }
            tree => tree.clone(),
        };
        stream.extend([shown]);
    }
    stream
}

/// The expansion of input with mistakes: the errors, and a value, so that nothing around the call becomes wrong with it.
pub(crate) fn unfinished(at: &At, errors: Errors, value: &TokenStream) -> TokenStream {
    let span = at.span;
    let errors = errors.into_tokens();
    quote_spanned! {span=> { #errors #value } }
}
