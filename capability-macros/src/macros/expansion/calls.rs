use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::macros::expansion::literals::Literals;
use crate::macros::expansion::{Argument, ArgumentValue, At, Call, Chain, Facade};
use crate::macros::findings::Sound;
use crate::macros::source_span::SourceSpan;

/// The whole expansion: `{ literals; let value = calls; value }`, with `last` where the user's last token is.
///
/// The braces have the span of that token: behind an expression that is the user's own the compiler points at `.sign()`
/// when credentials are missing, behind a macro's it underlines the whole call instead. The variable ends the life of what
/// the user's expressions lock or borrow.
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

/// Writes calls, and keeps the literals that are in them.
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
