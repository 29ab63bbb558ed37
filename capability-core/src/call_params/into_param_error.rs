use std::error::Error;

/// The error of a `FromStr` that can read a parameter: a type that implements `Error`, `Send` and `Sync`, or a `String` or `&str`
/// that says what is wrong.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use std::str::FromStr;
///
/// use twilio_capability::{CallParamsError, IntoParamError, ReceivedParams};
///
/// fn plan<T: FromStr<Err: IntoParamError>>(received: &ReceivedParams) -> Result<T, CallParamsError> {
///     received.parse("plan")
/// }
///
/// assert_eq!(plan::<u8>(&ReceivedParams::from_iter([("plan", "7")]))?, 7);
/// # Ok::<(), CallParamsError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a parameter",
    label = "`FromStr` of this type needs an error that implements `Error`, `Send` and `Sync`, or a `String`",
    note = "a `String` is the shortest: `type Err = String;`, and `Err(format!(\"there is no plan {{s:?}}\"))`"
)]
pub trait IntoParamError: Into<Box<dyn Error + Send + Sync>> {}

#[diagnostic::do_not_recommend]
impl<E: Into<Box<dyn Error + Send + Sync>>> IntoParamError for E {}
