//! Tokens to syntax tree, for every macro whose input is made of statements: `word operand as name { params }`
//! or `word { statements }`, between semicolons. What the words are is the [`Language`]'s matter.

mod language;
mod operand;
mod params;
mod place;
mod statements;
mod tokens;
mod tree;

pub(crate) use self::language::{Form, Language, Takes};
pub(crate) use self::place::Place;
pub(crate) use self::statements::statements;
pub(crate) use self::tokens::{Tokens, peeled};
pub(crate) use self::tree::{Block, Key, Operand, Param, Spelling, Statement};
