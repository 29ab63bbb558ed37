//! What the requests of a policy can have. It is in the type of the policy.

use crate::sealed::Sealed;

/// Kind of a policy for requests of any method.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::AnyMethod;
/// use twilio_capability::{Policy, PolicyMethod, PolicyUrl};
///
/// fn policy(method: PolicyMethod, url: PolicyUrl) -> Policy<AnyMethod> {
///     Policy::new(method, url)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct AnyMethod;

/// Kind of a policy for `POST`, whose requests have a form.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::PostMethod;
/// use twilio_capability::{Policy, PolicyFilter, PolicyUrl};
///
/// fn policy(url: PolicyUrl, form: PolicyFilter) -> Policy<PostMethod> {
///     Policy::post(url).post_filter(form)
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct PostMethod;

/// Kind of a policy whose requests have a form: [`PostMethod`].
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::HasForm;
/// use twilio_capability::{Policy, PolicyFilter};
///
/// fn with_form<M: HasForm>(policy: Policy<M>, form: PolicyFilter) -> Policy<M> {
///     policy.post_filter(form)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "only a policy of `Policy::post` can filter a form",
    label = "write `query_filter`, or start with `Policy::post(url)`",
    note = "a `GET` and a `DELETE` have no form"
)]
pub trait HasForm: Sealed {}

impl Sealed for PostMethod {}

// Without this attribute, rustc suggests the other type.
#[diagnostic::do_not_recommend]
impl HasForm for PostMethod {}
