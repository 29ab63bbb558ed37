//! Values: literals against the rules, with the rules' own words. What is no literal is left to the compiler.

mod lifetime;
mod number;
mod params;
mod text;
mod time;

pub(crate) use self::lifetime::lifetime;
pub(crate) use self::number::Number;
pub(crate) use self::params::{Param, filters, params};
pub(crate) use self::text::{application_sid, no_secret, region, sid, string, voice_identity};
pub(crate) use self::time::unix_time;

use proc_macro2::Literal;

use crate::syntax::Operand;

/// A value of a statement that may stand in the expansion.
pub(crate) enum Value<'t, T> {
    /// A literal that follows its rule.
    Known(T),
    /// Any expression.
    Expression(&'t Operand),
}

/// A text that follows its rule, as the literal it was written in.
pub(crate) type Text<'t> = Value<'t, &'t Literal>;
