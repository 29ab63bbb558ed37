//! The parts of every expansion: paths into the facade, literals, the user's expressions, and the calls around them.

mod call;
mod calls;
mod expr;
mod facade;
mod fragments;
mod literals;
mod order;

pub(crate) use self::call::{Argument, ArgumentValue, Call, Chain};
pub(crate) use self::calls::calls;
pub(crate) use self::facade::{At, Facade};
