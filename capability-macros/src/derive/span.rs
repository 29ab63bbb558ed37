use proc_macro2::Span;
use quote::ToTokens;

use crate::macros::source_span::SourceSpan;

/// The span from the first of these tokens to the last.
pub(super) fn span_of(tokens: &impl ToTokens) -> SourceSpan {
    let mut spans = tokens.to_token_stream().into_iter().map(|tree| tree.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    SourceSpan::call(first).to(SourceSpan::call(spans.last().unwrap_or(first)))
}
