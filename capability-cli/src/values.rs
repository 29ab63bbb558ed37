//! The values of options.

use std::str::FromStr;

use crate::mistakes::{Mistake, Mistakes, RuleError};

/// The value of an option that may be left out.
pub(crate) fn optional<T>(mistakes: &mut Mistakes, option: &str, value: Option<&str>) -> Option<T>
where
    T: FromStr<Err: RuleError>,
{
    let value = value?;
    mistakes.take(value.parse().map_err(|error| Mistake::in_value(option, value, &error)))
}
