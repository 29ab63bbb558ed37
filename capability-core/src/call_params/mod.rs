//! Parameters that are declared once, for the token that sends them and for the webhook that receives them.

mod error;
mod into_param_error;
mod into_params;
pub mod macro_support;
mod received_params;
pub(crate) mod signature;
mod to_param;
mod writer;
mod written;

pub use self::error::{CallParamsError, CallParamsErrorKind};
pub use self::into_param_error::IntoParamError;
pub use self::into_params::IntoParams;
pub use self::received_params::ReceivedParams;
pub use self::to_param::{ParamSource, ToParam, kind};
pub use self::writer::ParamsWriter;
pub(crate) use self::written::written;

/// The parameter that proves the others: the signature of signed parameters. `Debug` of what is sent or received does not show it,
/// because whoever has it can send the parameters again. What was read from a token shows all of the token.
pub(crate) const PROOF: &str = twilio_capability_rules::string::SIGNATURE_PARAM;

/// What `Debug` shows of a parameter.
pub(crate) fn shown<'a>((name, value): (&'a str, &'a str)) -> (&'a str, &'a str) {
    (name, if name == PROOF { "[redacted]" } else { value })
}

/// Trait for a struct whose fields are the parameters of a call: the token that allows the call sends them, and the webhook
/// that answers the call receives them.
///
/// `#[derive(CallParams)]` implements it for a struct with named fields. This is what it writes:
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{CallParams, CallParamsError, ParamName, Params, ParamsWriter, ReceivedParams};
///
/// #[derive(Debug, PartialEq)]
/// struct Caller {
///     user_id: u64,
///     plan: Option<String>,
/// }
///
/// const USER_ID: ParamName = ParamName::from_static("user_id");
/// const PLAN: ParamName = ParamName::from_static("plan");
///
/// impl CallParams for Caller {
///     fn write_params(&self, writer: &mut ParamsWriter<'_>) {
///         writer.param(USER_ID, self.user_id);
///         if let Some(plan) = &self.plan {
///             writer.param(PLAN, plan);
///         }
///     }
///
///     fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError> {
///         Ok(Self { user_id: received.parse("user_id")?, plan: received.parse_optional("plan")? })
///     }
/// }
///
/// let caller = Caller { user_id: 7, plan: None };
/// let sent = Params::from(&caller);
/// let received: ReceivedParams = sent.iter().collect();
/// assert_eq!(Caller::read_params(&received)?, caller);
/// # Ok::<(), CallParamsError>(())
/// ```
///
/// An implementation writes every parameter that it reads, because a signature of the parameters covers those that it writes.
///
/// A webhook proves that Twilio sent it. It does not prove that a parameter comes from the token, because the page can add
/// parameters when it connects. So the fields of a received value are user input.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not declare the parameters of a call",
    label = "a type that implements `CallParams` is needed here",
    note = "add `#[derive(CallParams)]` to the struct, or write `()` for no parameters"
)]
pub trait CallParams: Sized {
    /// Passes each parameter to `writer`. For signed parameters, this also runs on a value that was received, to learn which names
    /// were signed. The values are not written then.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{CallParams, Params};
    ///
    /// fn params(caller: &impl CallParams) -> Params {
    ///     Params::from(caller)
    /// }
    ///
    /// assert!(params(&()).is_empty());
    /// ```
    fn write_params(&self, writer: &mut ParamsWriter<'_>);

    /// Reads the value from the parameters that a webhook received. Parameters of other names are ignored.
    ///
    /// # Errors
    ///
    /// A parameter is missing, is there more than once, or cannot be parsed.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{CallParams, CallParamsError, ReceivedParams};
    ///
    /// fn read<P: CallParams>(received: &ReceivedParams) -> Result<P, CallParamsError> {
    ///     P::read_params(received)
    /// }
    ///
    /// let received = ReceivedParams::from_iter([("user_id", "7")]);
    /// assert!(read::<()>(&received).is_ok());
    /// ```
    fn read_params(received: &ReceivedParams) -> Result<Self, CallParamsError>;
}

/// No parameters. What arrives is ignored.
#[diagnostic::do_not_recommend]
impl CallParams for () {
    fn write_params(&self, _: &mut ParamsWriter<'_>) {}

    fn read_params(_: &ReceivedParams) -> Result<Self, CallParamsError> {
        Ok(())
    }
}
