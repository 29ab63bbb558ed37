//! Traits and functions that the expansion of `capability!` uses.

use std::fmt::{self, Display};

use super::params::Params;
use crate::call_params::kind::FromMacro;
use crate::call_params::{ParamSource, ToParam};
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
    "to convert a `VoiceIdentity`, write `ClientName::from(identity)`; to convert an `Identity`, `ClientName::try_from(identity)?`"
    "for a constant, write `const JOHN: ClientName = ClientName::from_static(\"john\");`"
    pub fn client_name<T: IsClientName<Kind: NoResult<Value: MaybeIncoming<ClientName>>>>(name: T) -> ClientName
}

/// Trait for the value of a filter: any type that implements `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a string",
    label = "a type that implements `Display` is needed here",
    note = "pass a string, a number, or a field that implements `Display`",
    note = "an `Option` has to be unwrapped, because a filter that is left out would let all events through"
)]
pub trait IsFilterValue: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> IsFilterValue for T {}

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

/// The value of a parameter. It is one for every `T`, so that only one error is reported if `T` is none.
#[derive(Clone, Copy, Debug)]
pub struct ParamValue<'a, T: ?Sized> {
    value: &'a T,
    #[expect(clippy::type_complexity, reason = "it is the method of `ToParam`")]
    to_param: fn(&T, &mut dyn FnMut(Option<&dyn Display>), Private),
}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> ParamSource<FromMacro> for ParamValue<'_, T> {
    fn to_param(&self, write: &mut dyn FnMut(Option<&dyn Display>), only: Private) {
        (self.to_param)(self.value, write, only);
    }
}

#[must_use]
pub fn param_value<T: ToParam<K> + ?Sized, K>(value: &T) -> ParamValue<'_, T> {
    ParamValue { value, to_param: T::to_param }
}

/// A value with its `Display`. It implements `Display` for every `T`, so that only one error is reported if `T` does not.
#[derive(Clone, Copy, Debug)]
pub struct FilterValue<'a, T: ?Sized> {
    value: &'a T,
    write: fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
}

impl<T: ?Sized> Display for FilterValue<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.write)(self.value, f)
    }
}

#[must_use]
pub fn filter_value<T: IsFilterValue + ?Sized>(value: &T) -> FilterValue<'_, T> {
    FilterValue { value, write: T::fmt }
}
