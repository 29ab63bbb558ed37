//! An access token that can be expanded: each value was checked, or is an expression.

use proc_macro2::Ident;

use crate::syntax::Operand;
use crate::values::{Param, Text, Value};

/// The statements, in the order they were written in.
pub(crate) struct AccessToken<'t> {
    pub(crate) statements: Vec<Set<'t>>,
}

/// One call of a builder, which stands where the statement's word stood.
pub(crate) struct Set<'t> {
    pub(crate) word: &'t Ident,
    pub(crate) what: What<'t>,
}

pub(crate) enum What<'t> {
    Credentials(&'t Operand),
    Anonymous,
    Grant(Grant<'t>),
    Playback(&'t Operand),
    Text(Typed<'t>),
    Ttl(Value<'t, u32>),
    NotBefore(&'t Operand),
    Expires(&'t Operand),
    Incoming,
    Outgoing(Text<'t>, Vec<Param<'t>>),
}

/// A text of a type that has a rule.
pub(crate) struct Typed<'t> {
    pub(crate) setter: &'static str,
    pub(crate) ty: &'static str,
    pub(crate) function: &'static str,
    pub(crate) text: Text<'t>,
}

pub(crate) struct Grant<'t> {
    pub(crate) ty: &'static str,
    pub(crate) setter: &'static str,
    /// What its constructor takes, and the word that says it.
    pub(crate) needs: Option<(&'t Ident, Typed<'t>)>,
    pub(crate) members: Vec<Set<'t>>,
}
