//! Traits and functions that the expansion of `#[derive(CallParams)]` uses.

use std::fmt::Display;

use super::{CallParamsError, ParamsWriter, ReceivedParams};
use crate::sealed::Private;
use crate::values::ParamName;

pub use super::IntoParamError;
pub use std::result::Result;
pub use std::str::FromStr;

/// The type of a field that can be written as a parameter.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a parameter",
    label = "the type of this field has to implement `Display`",
    note = "`CallParams` writes a field with its `Display` and reads it with its `FromStr`"
)]
pub trait WritesParam: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display> WritesParam for T {}

/// The type of a field that can be read from a parameter, and the error of its `FromStr`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a parameter",
    label = "the type of this field has to implement `FromStr`",
    note = "`CallParams` writes a field with its `Display` and reads it with its `FromStr`"
)]
pub trait ReadsParam<E>: Sized {
    #[doc(hidden)]
    fn parse(value: &str, _: Private) -> Result<Self, E>;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> ReadsParam<T::Err> for T {
    fn parse(value: &str, _: Private) -> Result<Self, T::Err> {
        value.parse()
    }
}

pub fn write_field<T: WritesParam>(writer: &mut ParamsWriter<'_>, name: ParamName, field: &T) {
    writer.param(name, field);
}

pub fn write_optional_field<T: WritesParam>(
    writer: &mut ParamsWriter<'_>,
    name: ParamName,
    field: &Option<T>,
) {
    writer.param(name, field);
}

pub fn read_field<T: ReadsParam<E>, E: IntoParamError>(
    received: &ReceivedParams,
    name: &str,
) -> Result<T, CallParamsError> {
    read_optional_field(received, name)?.ok_or_else(|| CallParamsError::missing(name))
}

pub fn read_optional_field<T: ReadsParam<E>, E: IntoParamError>(
    received: &ReceivedParams,
    name: &str,
) -> Result<Option<T>, CallParamsError> {
    received.parse_optional_with(name, |value| T::parse(value, Private))
}
