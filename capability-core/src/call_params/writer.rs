use std::fmt::{self, Display};

use super::to_param::ToParam;
use crate::sealed::Private;
use crate::values::ParamName;

/// Receives the parameters of a [`CallParams`](crate::CallParams) value, for a token.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ParamName, ParamsWriter};
///
/// const USER_ID: ParamName = ParamName::from_static("user_id");
/// const PLAN: ParamName = ParamName::from_static("plan");
///
/// fn write(writer: &mut ParamsWriter<'_>) {
///     writer.param(USER_ID, 7).param(PLAN, "free");
/// }
/// ```
pub struct ParamsWriter<'a> {
    write: &'a mut dyn FnMut(ParamName, Option<&dyn Display>),
}

impl<'a> ParamsWriter<'a> {
    pub(crate) fn new(write: &'a mut dyn FnMut(ParamName, Option<&dyn Display>)) -> Self {
        Self { write }
    }

    /// Writes a parameter. A name that is written again replaces the earlier value, and `None` removes it.
    ///
    /// The `Display` of `value` is written. If it returns an error, the value is empty.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ParamName, ParamsWriter};
    ///
    /// fn write(writer: &mut ParamsWriter<'_>, user_id: u64) {
    ///     writer.param(ParamName::from_static("user_id"), user_id);
    /// }
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn param<K>(&mut self, name: ParamName, value: impl ToParam<K>) -> &mut Self {
        value.to_param(&mut |value| (self.write)(name.clone(), value), Private);
        self
    }
}

impl fmt::Debug for ParamsWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParamsWriter").finish_non_exhaustive()
    }
}
