//! Traits and functions that the expansion of `capability!` uses.

use std::fmt::Display;

use crate::macro_support::expression;
use crate::values::ClientName;

pub use super::words as capability_words;

expression! {
    "`{Self}` is not a client name"
    "a `ClientName` is needed here"
    "parse it first: `let name: ClientName = name.parse()?;`"
    pub fn client_name<T: IsClientName>(name: T) -> ClientName
}

/// Trait for the value of a parameter or a filter: any type that implements `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a string",
    label = "a type that implements `Display` is needed here",
    note = "pass a string, a number, or a field that implements `Display`"
)]
pub trait IsParamValue: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> IsParamValue for T {}

#[must_use]
pub const fn param_value<T: IsParamValue + ?Sized>(value: &T) -> &T {
    value
}
