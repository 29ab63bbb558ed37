use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::macros::expansion::At;
use crate::macros::expansion::fragments::{visible, visible_in};
use crate::macros::syntax::Expr;

/// How the type of an argument is written.
#[derive(Clone, Copy)]
pub(crate) enum Named {
    /// `Type`
    Value,
    /// `&Type`
    Reference,
}

impl At {
    /// `facade::__private::function(argument)`: a call of the function that demands this type of its argument. The function has
    /// the name of the type: `client_name` for `ClientName`.
    ///
    /// With `named`, the type of the argument is written too: `function::<facade::Type>(argument)`.
    pub(crate) fn of_type(&self, ty: &str, named: Option<Named>, argument: &TokenStream) -> TokenStream {
        let Self { path, span } = self;
        let generic = named.map(|named| {
            let ty = Ident::new(ty, *span);
            match named {
                Named::Value => quote_spanned! {*span=> ::<#path::#ty> },
                Named::Reference => quote_spanned! {*span=> ::<&#path::#ty> },
            }
        });
        let mut function = String::new();
        for c in ty.chars() {
            if c.is_uppercase() && !function.is_empty() {
                function.push('_');
            }
            function.extend(c.to_lowercase());
        }
        let function = Ident::new(&function, *span);
        quote_spanned! {*span=> #path::__private::#function #generic (#argument) }
    }

    /// An expression as the only argument of a function. The user's parentheses around the whole expression get our span,
    /// because the compiler would warn that they are unnecessary.
    pub(crate) fn argument(&self, expr: &Expr) -> TokenStream {
        match expr.tokens.as_slice() {
            [TokenTree::Group(group)] if group.delimiter() != Delimiter::Bracket => {
                let mut group = visible_in(group, self.span);
                group.set_span(self.span.located_at(group.span()));
                TokenTree::Group(group).into()
            }
            tokens => visible(tokens, self.span),
        }
    }

    /// `{ const VALUE: facade::Type = facade::Type::from_static(expression); VALUE }`. Each is a separate item because the compiler
    /// reports only the first panic in an item.
    pub(crate) fn constant(&self, ty: &str, expr: &Expr) -> TokenStream {
        let Self { path, span } = self;
        let ty = Ident::new(ty, *span);
        let value = self.argument(expr);
        quote_spanned! {*span=> { const VALUE: #path::#ty = #path::#ty::from_static(#value); VALUE } }
    }

    /// The statement that `of_known_type` needs before it.
    pub(crate) fn known_type(&self) -> TokenStream {
        let Self { path, span } = self;
        quote_spanned! {*span=> use #path::__private::KnownType as _; }
    }

    /// `(expression).known_type()`, which makes the compiler infer the type of the expression here. If it cannot, the error points
    /// at the expression and does not mention the function that receives the value.
    pub(crate) fn of_known_type(&self, expr: &Expr) -> TokenStream {
        let span = self.span.located_at(expr.span.last);
        let mut value = Group::new(Delimiter::Parenthesis, self.argument(expr));
        value.set_span(self.span.located_at(expr.span.first));
        let function = Ident::new("__twilio_capability_known_type", span);
        quote_spanned! {span=> #value.#function() }
    }

    /// `&expression`.
    pub(crate) fn reference(&self, expr: &Expr) -> TokenStream {
        let span = self.span.located_at(expr.span.first);
        if expr.inference().may_fail() {
            let value = self.of_known_type(expr);
            return quote_spanned! {span=> &#value };
        }
        let value = self.argument(expr);
        if let [_] = expr.tokens.as_slice() {
            return quote_spanned! {span=> &#value };
        }
        // The compiler points from the `&` to the end of the parentheses.
        let mut value = Group::new(Delimiter::Parenthesis, value);
        value.set_span(self.span.located_at(expr.span.last));
        quote_spanned! {span=> &#value }
    }
}
