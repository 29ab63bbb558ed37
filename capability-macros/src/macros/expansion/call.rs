use proc_macro2::{Literal, Span};

use crate::macros::syntax::Expr;

/// `Type::constructor(argument).call().call()`, without the type.
#[derive(Default)]
pub(crate) struct Chain<'t> {
    /// The value that the calls start from, instead of `Type::constructor(argument)`.
    pub(crate) base: Option<Argument<'t>>,
    pub(crate) argument: Option<Argument<'t>>,
    pub(crate) calls: Vec<Call<'t>>,
}

/// `.function(arguments)`
pub(crate) struct Call<'t> {
    pub(crate) function: &'static str,
    /// The token that it comes from.
    pub(crate) span: Span,
    /// Whether that token is a keyword, which an editor then shows as the function. The name of a parameter is not one.
    pub(crate) is_word: bool,
    pub(crate) arguments: Vec<Argument<'t>>,
}

pub(crate) struct Argument<'t> {
    /// The token that it comes from. Errors point at it if they do not point at a part of the argument.
    pub(crate) span: Span,
    pub(crate) value: ArgumentValue<'t>,
}

pub(crate) enum ArgumentValue<'t> {
    /// A literal for this type, as the user wrote it.
    Written(&'static str, &'t Literal),
    /// A literal for this type, made from what the user wrote.
    Made(&'static str, Literal),
    /// A string that the compiler knows, such as `env!("NAME")`, for this type.
    Constant(&'static str, &'t Expr),
    /// An expression of this type.
    Expr(&'static str, &'t Expr),
    /// A reference to an expression, so that no value of the user is moved. It is of this type, unless the callee says the
    /// type.
    Reference(Option<&'static str>, &'t Expr),
    Object {
        ty: &'static str,
        constructor: &'static str,
        chain: Box<Chain<'t>>,
    },
}
