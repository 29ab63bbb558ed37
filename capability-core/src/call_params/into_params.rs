/// Parameters that can be passed where a call takes `Ps`, which is [`Params`](crate::Params) or
/// [`OutgoingParams`](crate::OutgoingParams): `Ps` itself, or a reference to a [`CallParams`](crate::CallParams).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ApplicationSid, IntoParams, Outgoing, Params};
///
/// fn outgoing(application: ApplicationSid, params: impl IntoParams<Params>) -> Outgoing {
///     Outgoing::to(application).params(params)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be passed as the parameters of a call",
    label = "`{Ps}`, or a reference to a value that implements `CallParams`, are needed here",
    note = "make parameters of names and values: `{Ps}::try_from_iter(names_and_values)?`",
    note = "to pass a struct, add `#[derive(CallParams)]` to it, and pass a reference; the struct in a `SignedParams` is `&*params`"
)]
pub trait IntoParams<Ps>: Into<Ps> {}

#[diagnostic::do_not_recommend]
impl<T: Into<Ps>, Ps> IntoParams<Ps> for T {}
