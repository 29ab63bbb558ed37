use proc_macro2::{TokenStream, TokenTree};

use crate::macros::mistakes::Mistake;
use crate::macros::syntax::Expr;

/// Refuses a literal.
pub(super) fn no_literal(expr: &Expr, headline: &str, help: &str) -> Result<(), Mistake> {
    match expr.literal() {
        Some(_) => Err(Mistake::new(expr.span, headline).help(help)),
        None => Ok(()),
    }
}

/// Refuses a literal as credentials, and also `("AC…", "…")`.
pub(super) fn credentials(expr: &Expr, help: &str) -> Result<(), Mistake> {
    let headline = "credentials do not belong in source code";
    match expr.tokens.as_slice() {
        [TokenTree::Group(group)] if is_literals(group.stream()) => {
            Err(Mistake::new(expr.span, headline).help(help))
        }
        _ => no_literal(expr, headline, help),
    }
}

/// Whether these are literals and commas only.
fn is_literals(list: TokenStream) -> bool {
    let mut found = false;
    list.into_iter().all(|tree| match tree {
        TokenTree::Literal(_) => {
            found = true;
            true
        }
        TokenTree::Punct(punct) => punct.as_char() == ',',
        _ => false,
    }) && found
}
