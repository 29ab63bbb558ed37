//! The order in which the user's expressions run: that of the source.
//!
//! The calls of a chain run their arguments one after the other. Where that is another order, because a value comes first that is
//! written later, a `match` before the chain runs the expressions. It keeps their temporaries until the call has been evaluated,
//! which `let` would not.

use std::mem;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::macros::expansion::{Argument, ArgumentValue, At, Chain, Facade};
use crate::macros::source_span::Order;

impl<'t> Chain<'t> {
    /// All arguments, in the order in which the calls run them.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = &Argument<'t>> {
        let calls = self.calls.iter().flat_map(|call| &call.arguments);
        self.base.as_ref().or(self.argument.as_ref()).into_iter().chain(calls)
    }
}

impl Argument<'_> {
    /// The place of its first expression. A literal runs no code.
    fn order(&self) -> Option<Order> {
        match &self.value {
            ArgumentValue::Written(..) | ArgumentValue::Made(..) | ArgumentValue::Constant(..) => None,
            ArgumentValue::Expr(_, expr) | ArgumentValue::Reference(_, expr) => {
                expr.literal().is_none().then_some(expr.span.order)
            }
            ArgumentValue::Object { chain, .. } => chain.arguments().filter_map(Argument::order).min(),
        }
    }
}

/// Variables for the expressions of a chain, in the order of the source. There are none if the chain itself runs them in that order.
pub(crate) struct Variables {
    list: Vec<(Order, Ident, TokenStream)>,
}

impl Variables {
    /// Replaces the expressions in `values`, which are the tokens of all arguments of `chain`, by variables if that is necessary.
    pub(crate) fn replace(facade: &Facade, chain: &Chain<'_>, values: &mut [TokenStream]) -> Self {
        let mut list = Vec::new();
        if chain.arguments().filter_map(Argument::order).is_sorted() {
            return Self { list };
        }
        for (argument, value) in chain.arguments().zip(values) {
            let Some(order) = argument.order() else { continue };
            let span = match &argument.value {
                ArgumentValue::Reference(_, expr) => expr.span.first,
                _ => argument.span,
            };
            let name = Ident::new(&format!("__twilio_capability_value_{}", list.len()), facade.at(span).span);
            let expression = mem::replace(value, name.to_token_stream());
            list.push((order, name, expression));
        }
        list.sort_by_key(|(order, ..)| *order);
        Self { list }
    }

    /// `match (expressions) { (variables) => calls }`
    pub(crate) fn around(&self, at: &At, calls: TokenStream) -> TokenStream {
        if self.list.is_empty() {
            return calls;
        }
        let names = self.list.iter().map(|(_, name, _)| name);
        let expressions = self.list.iter().map(|(.., expression)| expression);
        quote_spanned! {at.span=> match (#(#expressions,)*) { (#(#names,)*) => #calls } }
    }
}
