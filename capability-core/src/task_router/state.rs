use crate::keys::AccountCredentials;
use crate::sealed::{Private, Sealed};

/// State of a TaskRouter capability that has credentials.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::task_router::{HasAccount, WorkerChannel};
/// use twilio_capability::{TaskRouterCapability, Token};
///
/// fn mint<C: HasAccount>(capability: &TaskRouterCapability<WorkerChannel, C>) -> Token {
///     capability.sign()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "this capability has no credentials to sign with",
    label = "add `.credentials(&account)` before this call, or `credentials &account;` inside `task_router_capability!`",
    note = "`account` is an `AccountCredentials`: `AccountCredentials::from_env()?`"
)]
pub trait HasAccount: Sealed {
    #[doc(hidden)]
    fn account(&self, _: Private) -> &AccountCredentials;
}

// Without this attribute, rustc suggests other types where the user only has to add a call.
#[diagnostic::do_not_recommend]
impl HasAccount for AccountCredentials {
    fn account(&self, _: Private) -> &AccountCredentials {
        self
    }
}
