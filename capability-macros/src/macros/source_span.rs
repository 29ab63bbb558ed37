extern crate proc_macro;

use proc_macro2::Span;

/// The place of a token: its span, for the compiler, and its number, for the order of the mistakes.
///
/// The number is needed because spans have no order: those of one call can be in several files if a macro passes them on.
#[derive(Clone, Copy)]
pub(crate) struct SourceSpan {
    pub(crate) first: Span,
    pub(crate) last: Span,
    pub(crate) order: Order,
}

/// One number for each level of blocks, outermost first. The grammar has no more levels. An odd number is the gap after a
/// token.
pub(crate) type Order = [usize; 3];

impl SourceSpan {
    /// The span of the whole call, for a mistake without a token to point at.
    pub(crate) fn call(span: Span) -> Self {
        Self { first: span, last: span, order: [0; 3] }
    }

    /// From here to the end of `last`.
    pub(crate) fn to(self, last: Self) -> Self {
        Self { last: last.last, ..self }
    }

    /// The empty span after this one, where something is missing.
    pub(crate) fn after(self) -> Self {
        let end = end(self.last);
        let mut order = self.order;
        if let Some(number) = order.iter_mut().rfind(|number| **number > 0) {
            *number |= 1;
        }
        Self { first: end, last: end, order }
    }
}

/// The end of a span. Outside the compiler, as in unit tests, spans have no extent.
fn end(span: Span) -> Span {
    if proc_macro::is_available() { span.unwrap().end().into() } else { span }
}
