//! Traits and functions that the expansion of `capability!` uses.

use std::fmt::Display;

use crate::keys::AccountCredentials;
use crate::macro_support::{MaybeIncoming, NoResult, credentials, expression};
use crate::sealed::Private;
use crate::values::ClientName;

pub use super::words as capability_words;

/// The credentials that sign client capability tokens.
#[diagnostic::on_unimplemented(
    message = "an API key cannot sign a client capability token",
    label = "`capability!` needs an `AccountCredentials` here",
    note = "an API key signs access tokens: pass these credentials to `access_token!`"
)]
pub trait SignsCapability: 'static {
    #[doc(hidden)]
    fn credentials(&self, _: Private) -> &AccountCredentials;
}

credentials! {
    "`{Self}` is not account credentials"
    "an `AccountCredentials` is needed here"
    "make one first: `AccountCredentials::from_env()?` or `AccountCredentials::new(account_sid, auth_token)`"
    pub fn account_credentials<T: IsAccountCredentials<K>, K: SignsCapability>(credentials: &T) -> &AccountCredentials
}

expression! {
    "`{Self}` is not a client name"
    "a `ClientName` is needed here"
    "parse it first: `let name: ClientName = name.parse()?;`"
    "for a constant, write `const JOHN: ClientName = ClientName::from_static(\"john\");`"
    pub fn client_name<T: IsClientName<Kind: NoResult<Value: MaybeIncoming<ClientName>>>>(name: T) -> ClientName
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
