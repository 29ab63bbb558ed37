use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::macros::expansion::expr::Named;
use crate::macros::expansion::literals::Literals;
use crate::macros::expansion::order::Variables;
use crate::macros::expansion::{Argument, ArgumentValue, At, Call, Chain, Facade};
use crate::macros::mistakes::Sound;
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::{Expr, Inference};

/// The whole expansion: `{ literals; let value = calls; value }`, where `last` is the user's last token.
///
/// The braces have the span of that token. After an expression of the user, the compiler points at `.sign()` if credentials
/// are missing; after an expression of a macro, it would underline the whole call. Because of the variable, locks and borrows
/// taken in the user's expressions end with the call.
pub(crate) fn calls(
    facade: &Facade,
    builder: &str,
    chain: Sound<Chain<'_>>,
    last: SourceSpan,
) -> TokenStream {
    let at = facade.at_call();
    let mut writer = Writer { facade, literals: Literals::default(), needs_known_type: false };
    let calls = writer.chain(&at, builder, "new", &chain.into_inner());
    let literals = writer.literals.statement(&at);
    let known_type = writer.needs_known_type.then(|| at.known_type());
    let code = quote_spanned! {at.span=> #literals #known_type let __twilio_capability_value = #calls; __twilio_capability_value };
    let mut block = Group::new(Delimiter::Brace, code);
    block.set_span(last.last);
    TokenTree::Group(block).into()
}

/// Writes calls and collects the literals in them.
struct Writer<'f> {
    facade: &'f Facade,
    literals: Literals,
    /// Whether an expression is followed by a call of `KnownType`.
    needs_known_type: bool,
}

impl Writer<'_> {
    fn chain(&mut self, at: &At, ty: &str, constructor: &str, chain: &Chain<'_>) -> TokenStream {
        let mut values: Vec<_> = chain.arguments().map(|argument| self.argument(argument)).collect();
        let variables = Variables::replace(self.facade, chain, &mut values);
        let mut values = values.into_iter();
        let mut calls = if chain.base.is_some() {
            values.next().unwrap_or_default()
        } else {
            let argument = chain.argument.as_ref().and_then(|_| values.next());
            at.first_call(ty, constructor, argument.as_ref())
        };
        for Call { function, span, is_word, arguments } in &chain.calls {
            let arguments: Vec<_> = values.by_ref().take(arguments.len()).collect();
            let at = self.facade.at(*span);
            let name = if *is_word { *span } else { at.span };
            calls.extend(at.next_call((function, name), &arguments));
        }
        variables.around(at, calls)
    }

    /// An expression as a value of type `ty`.
    fn value(&mut self, at: &At, ty: &str, expr: &Expr) -> TokenStream {
        match expr.inference() {
            Inference::Known => at.of_type(ty, None, &at.argument(expr)),
            Inference::Never | Inference::Converted => at.of_type(ty, Some(Named::Value), &at.argument(expr)),
            Inference::ConvertedReference => at.of_type(ty, Some(Named::Reference), &at.argument(expr)),
            Inference::Call => {
                self.needs_known_type = true;
                at.of_type(ty, None, &at.of_known_type(expr))
            }
        }
    }

    fn argument(&mut self, argument: &Argument<'_>) -> TokenStream {
        let at = self.facade.at(argument.span);
        match &argument.value {
            ArgumentValue::Written(ty, literal) => self.literals.value(&at, ty, Literal::clone(literal)),
            ArgumentValue::Made(ty, literal) => {
                let mut literal = literal.clone();
                literal.set_span(at.span);
                self.literals.value(&at, ty, literal)
            }
            ArgumentValue::Constant(ty, expr) => self.facade.at(expr.span.first).constant(ty, expr),
            ArgumentValue::Expr(ty, expr) => self.value(&at, ty, expr),
            ArgumentValue::Reference(ty, expr) => {
                self.needs_known_type |= expr.inference().may_fail();
                let reference = at.reference(expr);
                let at = self.facade.at(expr.span.first);
                ty.map_or_else(|| reference.clone(), |ty| at.of_type(ty, None, &reference))
            }
            ArgumentValue::Object { ty, constructor, chain } => self.chain(&at, ty, constructor, chain),
        }
    }
}
