//! Traits and functions that the expansion of `capability!` uses.

use std::fmt::{self, Display};

use super::params::Params;
use crate::keys::AccountCredentials;
use crate::macro_support::spread_kind::Replaceable;
use crate::macro_support::{MaybeIncoming, NoResult, credentials, expression, spread};
use crate::sealed::Private;
use crate::values::ClientName;

pub use super::editor_words as capability_words;

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
    "parse a string: `name.parse()?`, or `ClientName::escaped(user)?` for any user name"
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

spread! {
    "`Params`, or a value that implements `CallParams`, are needed here"
    "make them first: `let more = Params::try_from_iter(names_and_values)?;`"
    "to spread a struct, add `#[derive(CallParams)]` to it"
    pub fn params<T: IsParams<K>, K>(params: &T) -> Params
}

/// Parameters that are spread after others with a name, which replace those in them.
#[must_use]
pub fn params_after_names<T: IsParams<K>, K: Replaceable>(params: &T) -> Params {
    params.params(Private)
}

/// A value with its `Display`. It implements `Display` for every `T`, so that only one error is reported if `T` does not.
#[derive(Clone, Copy, Debug)]
pub struct ParamValue<'a, T: ?Sized> {
    value: &'a T,
    write: fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
}

impl<T: ?Sized> Display for ParamValue<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.write)(self.value, f)
    }
}

#[must_use]
pub fn param_value<T: IsParamValue + ?Sized>(value: &T) -> ParamValue<'_, T> {
    ParamValue { value, write: T::fmt }
}
