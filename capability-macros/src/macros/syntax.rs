//! Tokens to syntax tree, for every macro whose input is made of statements. What the words are is the matter of a
//! [`Table`](crate::macros::table::Table).
//!
//! ```text
//! statements = { ";" } [ statement { ";" { ";" } statement } { ";" } ]
//! statement  = word [ expr ] [ "as" expr ] [ params ] | word [ "{" statements "}" ]
//! params     = "{" [ param { "," param } [ "," ] ] "}"   or the same between "<" and ">"
//! param      = ( identifier | literal ) [ "=" expr ]
//! ```
//!
//! `statements.rs`, `params.rs` and `expr.rs` read that. What is in the wrong place is passed over in `stray.rs`, and what is
//! written as it would be in Rust is understood in `recovery.rs`.

mod expr;
mod number;
mod params;
mod recovery;
mod statements;
mod stray;
mod tokens;
mod tree;

pub(crate) use self::number::{Number, Unit};
pub(crate) use self::statements::statements;
pub(crate) use self::tokens::Tokens;
pub(crate) use self::tree::{Block, Expr, Param, ParamName, Statement};
