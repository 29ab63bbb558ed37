//! Traits and functions that the expansion of `#[derive(CallParams)]` uses.

use std::error::Error;
use std::fmt::Display;
use std::str::FromStr;

use super::{CallParamsError, ParamsWriter, ReceivedParams};
use crate::values::ParamName;

pub use std::result::Result;

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

/// The type of a field that can be read from a parameter.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a parameter",
    label = "the type of this field has to implement `FromStr`, with an error that implements `Error`",
    note = "`CallParams` writes a field with its `Display` and reads it with its `FromStr`"
)]
pub trait ReadsParam: FromStr<Err: Into<Box<dyn Error + Send + Sync>>> {}

#[diagnostic::do_not_recommend]
impl<T: FromStr<Err: Into<Box<dyn Error + Send + Sync>>>> ReadsParam for T {}

pub fn write_field<T: WritesParam>(writer: &mut ParamsWriter<'_>, name: ParamName, field: &T) {
    writer.param(name, field);
}

pub fn write_optional_field<T: WritesParam>(
    writer: &mut ParamsWriter<'_>,
    name: ParamName,
    field: &Option<T>,
) {
    if let Some(value) = field {
        writer.param(name, value);
    }
}

pub fn read_field<T: ReadsParam>(received: &ReceivedParams, name: &str) -> Result<T, CallParamsError> {
    received.parse(name)
}

pub fn read_optional_field<T: ReadsParam>(
    received: &ReceivedParams,
    name: &str,
) -> Result<Option<T>, CallParamsError> {
    received.parse_optional(name)
}
