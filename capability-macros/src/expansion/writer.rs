use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::expansion::literals::Literals;
use crate::expansion::{At, Facade};
use crate::syntax::{Operand, Place};
use crate::values::{Param, Text, Value};

/// Writes the calls of a builder, and keeps the literals that stand in them.
pub(crate) struct Writer<'f> {
    facade: &'f Facade,
    literals: Literals,
}

impl<'f> Writer<'f> {
    pub(crate) fn new(facade: &'f Facade) -> Self {
        Self { facade, literals: Literals::default() }
    }

    /// The facade as seen from the token at `span`.
    pub(crate) fn at(&self, span: Span) -> At {
        self.facade.at(span)
    }

    /// The value of a literal text, or of an expression through the function of the facade that says what it must be.
    pub(crate) fn text(&mut self, at: &At, ty: &str, function: &str, text: &Text<'_>) -> TokenStream {
        match text {
            Value::Known(literal) => self.literals.value(at, ty, Literal::clone(literal)),
            Value::Expression(operand) => at.typed(function, operand),
        }
    }

    /// A lifetime in seconds, or the expression that gives one.
    pub(crate) fn lifetime(&mut self, at: &At, lifetime: &Value<'_, u32>) -> TokenStream {
        match lifetime {
            Value::Known(seconds) => {
                let mut seconds = Literal::u32_unsuffixed(*seconds);
                seconds.set_span(at.span);
                self.literals.value(at, "Ttl", seconds)
            }
            Value::Expression(operand) => at.typed("ttl", operand),
        }
    }

    /// A call of `function` for each parameter, behind the calls so far. `name` is the type of their names, and `value`
    /// writes their values.
    pub(crate) fn params(
        &mut self,
        calls: &mut TokenStream,
        params: &[Param<'_>],
        [function, name]: [&str; 2],
        value: impl Fn(&At, &Operand) -> TokenStream,
    ) {
        for param in params {
            let at = self.at(param.place.first);
            let mut key = Literal::string(&param.name);
            key.set_span(at.span);
            let (key, value) = (self.literals.value(&at, name, key), value(&at, param.value));
            let arguments = quote_spanned! {at.span=> #key, #value };
            calls.extend(at.next_call((function, at.span), &arguments));
        }
    }

    /// The whole expansion: `{ literals; let value = calls; value }`.
    ///
    /// The braces have the span of the user's `last` token: behind an expression that is the user's own the compiler
    /// points at `.sign()` when credentials are missing, behind a macro's it underlines the whole call instead. The
    /// variable ends the life of what the user's expressions lock or borrow.
    pub(crate) fn finish(self, calls: &TokenStream, last: Place) -> TokenStream {
        let at = self.facade.at_call();
        let literals = self.literals.statement(&at);
        let code = quote_spanned! {at.span=> #literals let __twilio_capability_value = #calls; __twilio_capability_value };
        let mut block = Group::new(Delimiter::Brace, code);
        block.set_span(last.last);
        TokenTree::Group(block).into()
    }
}
