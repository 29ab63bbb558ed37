use proc_macro2::{Literal, Span};

use crate::macros::syntax::Expr;

/// `Type::constructor(argument).call().call()`, without the type.
#[derive(Default)]
pub(crate) struct Chain<'t> {
    pub(crate) argument: Option<Argument<'t>>,
    pub(crate) calls: Vec<Call<'t>>,
}

/// `.function(arguments)`
pub(crate) struct Call<'t> {
    pub(crate) function: &'static str,
    /// The token that it stands for.
    pub(crate) span: Span,
    /// Whether that is a word of the grammar, which an editor then shows as the function. The name of a parameter is not.
    pub(crate) is_word: bool,
    pub(crate) arguments: Vec<Argument<'t>>,
}

pub(crate) struct Argument<'t> {
    /// The token that it stands for. Errors point at it if they point at nothing in the argument.
    pub(crate) span: Span,
    pub(crate) value: ArgumentValue<'t>,
}

pub(crate) enum ArgumentValue<'t> {
    /// A literal that is right for this type, as the user wrote it.
    Written(&'static str, &'t Literal),
    /// A literal that is right for this type, made from what the user wrote.
    Made(&'static str, Literal),
    /// An expression of this type.
    Expr(&'static str, &'t Expr),
    /// A reference to an expression, so that nothing of the user's is moved; of this type, if the callee does not say it.
    Reference(Option<&'static str>, &'t Expr),
    Object {
        ty: &'static str,
        constructor: &'static str,
        chain: Box<Chain<'t>>,
    },
}
