//! What an expression in a macro may be, with words for what it may not.
//!
//! The functions are what the macros expand to; they take what a person writes there, by value or by
//! reference.

mod access;

use std::fmt::Display;

pub use self::access::*;

use crate::client_capability::ClientCapability;
use crate::{AccountCredentials, ApplicationSid, ClientName, Scopes, Ttl, UnixTime};

/// A client name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client name",
    label = "a `ClientName` is needed here",
    note = "parse it first: `let name: ClientName = name.parse()?;`"
)]
pub trait IsClientName {
    #[doc(hidden)]
    fn client_name(self) -> ClientName;
}

#[diagnostic::do_not_recommend]
impl IsClientName for ClientName {
    fn client_name(self) -> ClientName {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IsClientName for &ClientName {
    fn client_name(self) -> ClientName {
        self.clone()
    }
}

#[must_use]
pub fn client_name(name: impl IsClientName) -> ClientName {
    name.client_name()
}

/// The SID of an application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an application SID",
    label = "an `ApplicationSid` is needed here",
    note = "make one first: `let app: ApplicationSid = \"AP…\".parse()?;`"
)]
pub trait IsApplicationSid {
    #[doc(hidden)]
    fn application_sid(self) -> ApplicationSid;
}

#[diagnostic::do_not_recommend]
impl IsApplicationSid for ApplicationSid {
    fn application_sid(self) -> ApplicationSid {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IsApplicationSid for &ApplicationSid {
    fn application_sid(self) -> ApplicationSid {
        *self
    }
}

#[must_use]
pub fn application_sid(sid: impl IsApplicationSid) -> ApplicationSid {
    sid.application_sid()
}

/// A lifetime.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a lifetime",
    label = "a `Ttl` is needed here",
    note = "make one first: `Ttl::from_secs(seconds)?` or `Ttl::try_from(duration)?`"
)]
pub trait IsTtl {
    #[doc(hidden)]
    fn ttl(self) -> Ttl;
}

#[diagnostic::do_not_recommend]
impl IsTtl for Ttl {
    fn ttl(self) -> Ttl {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IsTtl for &Ttl {
    fn ttl(self) -> Ttl {
        *self
    }
}

#[must_use]
pub fn ttl(ttl: impl IsTtl) -> Ttl {
    ttl.ttl()
}

/// A point in time.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a point in time",
    label = "a `UnixTime` is needed here",
    note = "make one first: `UnixTime::from_secs(seconds)?` or `UnixTime::try_from(system_time)?`"
)]
pub trait IsUnixTime {
    #[doc(hidden)]
    fn unix_time(self) -> UnixTime;
}

#[diagnostic::do_not_recommend]
impl IsUnixTime for UnixTime {
    fn unix_time(self) -> UnixTime {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IsUnixTime for &UnixTime {
    fn unix_time(self) -> UnixTime {
        *self
    }
}

#[must_use]
pub fn unix_time(time: impl IsUnixTime) -> UnixTime {
    time.unix_time()
}

/// The credentials of an account, behind any number of references.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the credentials of an account",
    label = "an `AccountCredentials` is needed here",
    note = "make one first: `AccountCredentials::from_env()?` or `AccountCredentials::new(account_sid, auth_token)`"
)]
pub trait IsAccountCredentials {
    #[doc(hidden)]
    fn account_credentials(&self) -> &AccountCredentials;
}

#[diagnostic::do_not_recommend]
impl IsAccountCredentials for AccountCredentials {
    fn account_credentials(&self) -> &AccountCredentials {
        self
    }
}

/// Implements a trait with one method that lends something for everything that lends what implements it.
macro_rules! behind_pointers {
    ($trait:ident $function:ident $ty:ident) => {
        $crate::operand::behind_pointers! { $trait $function $ty: &T, &mut T, Box<T>, std::rc::Rc<T>, std::sync::Arc<T> }
    };
    ($trait:ident $function:ident $ty:ident: $($pointer:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: $trait + ?Sized> $trait for $pointer {
            fn $function(&self) -> &$ty {
                (**self).$function()
            }
        }
    )+};
}

use behind_pointers;

behind_pointers! { IsAccountCredentials account_credentials AccountCredentials }

#[must_use]
pub fn account_credentials<T: IsAccountCredentials>(credentials: &T) -> &AccountCredentials {
    credentials.account_credentials()
}

/// The value of a parameter or of a filter: all that has `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a text",
    label = "something with `Display` is needed here",
    note = "pass a text, a number, or a part of it that has `Display`"
)]
pub trait IsParamValue: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> IsParamValue for T {}

#[must_use]
pub const fn param_value<T: IsParamValue + ?Sized>(value: &T) -> &T {
    value
}

/// Stands in for the capability of a macro call that did not compile, so that only the mistakes in it are
/// reported and not also what follows it. Never called.
pub fn unfinished<C>() -> ClientCapability<C, Scopes> {
    #[expect(clippy::empty_loop, reason = "never called")]
    loop {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_handed_on_as_it_is() {
        let five_minutes = Ttl::from_static(300);
        let behind_a_reference = &five_minutes;
        assert_eq!((ttl(five_minutes), ttl(behind_a_reference)), (five_minutes, five_minutes));
    }
}
