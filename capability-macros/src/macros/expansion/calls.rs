use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::macros::expansion::literals::Literals;
use crate::macros::expansion::{Argument, ArgumentValue, At, Call, Chain, Facade};
use crate::macros::findings::Sound;
use crate::macros::source_span::SourceSpan;

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
    let mut writer = Writer { facade, literals: Literals::default() };
    let calls = writer.chain(&at, builder, "new", &chain.into_inner());
    let literals = writer.literals.statement(&at);
    let code = quote_spanned! {at.span=> #literals let __twilio_capability_value = #calls; __twilio_capability_value };
    let mut block = Group::new(Delimiter::Brace, code);
    block.set_span(last.last);
    TokenTree::Group(block).into()
}

/// Writes calls and collects the literals in them.
struct Writer<'f> {
    facade: &'f Facade,
    literals: Literals,
}

impl Writer<'_> {
    fn chain(&mut self, at: &At, ty: &str, constructor: &str, chain: &Chain<'_>) -> TokenStream {
        let argument = chain.argument.as_ref().map(|argument| self.argument(argument));
        let mut calls = at.first_call(ty, constructor, argument.as_ref());
        for Call { function, span, is_word, arguments } in &chain.calls {
            let arguments: Vec<_> = arguments.iter().map(|argument| self.argument(argument)).collect();
            let at = self.facade.at(*span);
            let name = if *is_word { *span } else { at.span };
            calls.extend(at.next_call((function, name), &arguments));
        }
        calls
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
            ArgumentValue::Expr(ty, expr) => at.of_type(ty, &at.argument(expr)),
            ArgumentValue::Reference(Some(ty), expr) => at.of_type(ty, &at.reference(expr)),
            ArgumentValue::Reference(None, expr) => at.reference(expr),
            ArgumentValue::Object { ty, constructor, chain } => self.chain(&at, ty, constructor, chain),
        }
    }
}
