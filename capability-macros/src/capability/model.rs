//! A client capability that can be expanded: each value was checked, or is an expression.

use proc_macro2::{Ident, Span};

use crate::syntax::Operand;
use crate::values::{Param, Text, Value};

/// The statements, in the order they were written in.
pub(crate) struct Capability<'t> {
    pub(crate) statements: Vec<Set<'t>>,
}

/// One call of the builder, which stands where the statement's word stood.
pub(crate) struct Set<'t> {
    pub(crate) word: &'t Ident,
    pub(crate) what: What<'t>,
}

pub(crate) enum What<'t> {
    Credentials(&'t Operand),
    Incoming(Text<'t>),
    Outgoing(Outgoing<'t>),
    Events(Vec<Param<'t>>),
    Ttl(Value<'t, u32>),
    NotBefore(&'t Operand),
    Expires(&'t Operand),
}

pub(crate) struct Outgoing<'t> {
    pub(crate) application: Text<'t>,
    /// The name of the client that calls, and where the `as` in front of it stands.
    pub(crate) client: Option<(Span, Text<'t>)>,
    pub(crate) params: Vec<Param<'t>>,
}
