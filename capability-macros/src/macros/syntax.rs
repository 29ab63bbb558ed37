//! From tokens to a syntax tree, for every macro whose input is a list of statements. A
//! [`Table`](crate::macros::table::Table) says which statements there are.
//!
//! ```text
//! statements = { ";" } [ statement { ";" { ";" } statement } { ";" } ]
//! statement  = keyword [ expr ] [ "as" expr ] [ params ] | keyword [ "{" statements "}" ] | keyword inline
//! inline     = [ statement { "," statement } ] | { statement }
//! params     = "{" [ param { "," param } ] [ "," ] [ ".." expr ] "}"   or the same between "<" and ">"
//! param      = ( identifier | literal ) [ "=" expr ]
//! ```
//!
//! `statements.rs`, `inline.rs`, `params.rs` and `expr.rs` read this grammar. `stray.rs` skips what is in the wrong place. `recovery.rs`
//! understands what would be right in Rust but is not right here.

mod expr;
mod inference;
mod inline;
mod number;
mod params;
mod recovery;
mod statements;
mod stray;
pub(crate) mod tokens;
mod tree;

pub(crate) use self::inference::Inference;
pub(crate) use self::number::{Number, Unit, spelled};
pub(crate) use self::statements::statements;
pub(crate) use self::tokens::Tokens;
pub(crate) use self::tree::{Block, Expr, Param, ParamList, ParamName, Statement};
