//! What is wrong with the input, collected so that all of it is shown at once. The only file that makes compile
//! errors.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use twilio_capability_rules::string::{StringErrorKind, StringRule};

use crate::macros::source_span::SourceSpan;

/// The mistakes so far.
///
/// Only a [`Sound`] model is expanded, and only [`Mistakes::gate`] makes one, so that no stage can forget the mistakes.
#[must_use]
#[derive(Default)]
pub(crate) struct Mistakes {
    list: Vec<Mistake>,
}

/// A model without mistakes.
pub(crate) struct Sound<T>(T);

/// At least one mistake.
pub(crate) struct Errors {
    list: Vec<Mistake>,
}

/// One mistake: where it is, what it is, and what to do about it.
pub(crate) struct Mistake {
    span: SourceSpan,
    message: String,
}

/// The start of the last line of a message, also in the messages of the rules.
const HELP: &str = "\n= help: ";

impl Mistakes {
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn push(&mut self, mistake: Mistake) {
        self.list.push(mistake);
    }

    /// The model if there are no mistakes; else the mistakes, in the order of the source.
    pub(crate) fn gate<T>(mut self, model: T) -> Result<Sound<T>, Errors> {
        if self.list.is_empty() {
            return Ok(Sound(model));
        }
        self.list.sort_by_key(|mistake| mistake.span.order);
        Err(Errors { list: self.list })
    }
}

impl<T> Sound<T> {
    pub(crate) fn into_inner(self) -> T {
        self.0
    }
}

impl Mistake {
    /// A mistake at `span`; `headline` is a sentence in lower case, without a full stop.
    pub(crate) fn new(span: SourceSpan, headline: impl Into<String>) -> Self {
        Self { span, message: headline.into() }
    }

    /// Adds a line that explains the mistake, before the one that says what to type.
    pub(crate) fn note(mut self, text: &str) -> Self {
        let at = self.message.find(HELP).unwrap_or(self.message.len());
        self.message.insert_str(at, &format!("\n= note: {text}"));
        self
    }

    /// Adds a line that says what to type.
    pub(crate) fn help(mut self, text: &str) -> Self {
        self.message.push_str(HELP);
        self.message.push_str(text);
        self
    }
}

impl Errors {
    /// One `compile_error!` for each mistake.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.list.iter().flat_map(Mistake::compile_error).collect()
    }

    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<&str> {
        self.list.iter().map(|mistake| mistake.message.as_str()).collect()
    }
}

impl Mistake {
    /// `::core::compile_error! { "…" }`. The compiler points at the span from the first token to the last. All tokens have
    /// spans of the user's code, because spans of this macro would add a note about the macro to each error.
    fn compile_error(&self) -> impl Iterator<Item = TokenTree> + use<> {
        let SourceSpan { first, last, .. } = self.span;
        let punct = |c, spacing, span: Span| {
            let mut punct = Punct::new(c, spacing);
            punct.set_span(span);
            TokenTree::Punct(punct)
        };
        let mut message = Literal::string(&self.message);
        message.set_span(last);
        let mut block = Group::new(Delimiter::Brace, TokenTree::Literal(message).into());
        block.set_span(last);
        [
            punct(':', Spacing::Joint, first),
            punct(':', Spacing::Alone, first),
            TokenTree::Ident(Ident::new("core", first)),
            punct(':', Spacing::Joint, first),
            punct(':', Spacing::Alone, first),
            TokenTree::Ident(Ident::new("compile_error", first)),
            punct('!', Spacing::Alone, first),
            TokenTree::Group(block),
        ]
        .into_iter()
    }
}

/// A piece of the user's code for use in a message, or nothing if it may be a secret or is too long.
pub(crate) fn shown(text: &str) -> Option<&str> {
    let checked = StringRule::CLIENT_NAME.check(text);
    let secret = checked.is_err_and(|error| error.kind() == StringErrorKind::Secret);
    (!secret && !text.is_empty() && text.len() <= 60).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_with_mistakes_does_not_pass_the_gate() {
        assert!(Mistakes::default().gate(()).is_ok());
        let mut mistakes = Mistakes::default();
        let span = |number| SourceSpan { order: [number, 0, 0], ..SourceSpan::call(Span::call_site()) };
        mistakes.push(Mistake::new(span(4), "second"));
        mistakes.push(Mistake::new(span(5), "third").help("how").note("why"));
        mistakes.push(Mistake::new(span(2), "first"));
        let Err(errors) = mistakes.gate(()) else { panic!("there are mistakes") };
        assert_eq!(errors.messages(), ["first", "second", "third\n= note: why\n= help: how"]);
        assert!(
            errors.into_tokens().to_string().starts_with(":: core :: compile_error ! { \"first\" } :: core")
        );
    }

    #[test]
    fn secrets_are_not_shown() {
        assert_eq!(shown("john"), Some("john"));
        assert_eq!(shown("0123456789abcdef0123456789abcdef"), None);
        assert_eq!(shown(&"x".repeat(61)), None);
        assert_eq!(shown(""), None);
    }
}
