//! What all expansions are made of: paths into the facade, literals, and the user's expressions.

mod facade;
mod literals;
mod operand;
mod unfinished;
mod writer;

pub(crate) use self::facade::{At, Facade};
pub(crate) use self::unfinished::unfinished;
pub(crate) use self::writer::Writer;
