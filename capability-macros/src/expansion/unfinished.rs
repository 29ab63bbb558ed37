use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::expansion::At;
use crate::findings::Errors;

/// The expansion of input with mistakes: the errors, and a value, so that nothing around the call becomes wrong with it.
pub(crate) fn unfinished(at: &At, errors: Errors, value: &TokenStream) -> TokenStream {
    let span = at.span;
    let errors = errors.into_tokens();
    quote_spanned! {span=> { #errors #value } }
}
