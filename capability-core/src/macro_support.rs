//! What the macros expand to: for each type of value a trait and a function that say what an expression must be.
//!
//! What belongs to one family of tokens is in that family's folder. Nothing here is part of the interface, and other crates
//! can neither implement the traits nor call their methods:
//!
//! ```compile_fail,E0049
//! use twilio_capability_core::{Ttl, macro_support::IsTtl};
//!
//! struct Forever;
//!
//! impl IsTtl for Forever {
//!     fn value(self, _: impl Sized) -> Ttl {
//!         Ttl::MAX
//!     }
//! }
//! ```
//!
//! ```compile_fail,E0308
//! use twilio_capability_core::{Ttl, macro_support::IsTtl};
//!
//! let ttl = Ttl::MAX.value(());
//! ```

use crate::keys::AccountCredentials;
use crate::values::{ApplicationSid, Ttl, UnixTime};

/// A trait for the expressions that can be a value of one type, with the function that the macros expand to.
///
/// It takes the message, the label and the note of the compile error for an expression of another type, and then the
/// signature of the function. With `value: T`, the expression is the value or a reference to it. With `value: &T`, it
/// is the value itself or any number of pointers to it.
///
/// The compiler shows where the bound of the function is. The signature goes through the macro token by token, so that
/// this is one line of Rust as written here, and no line of the macro.
macro_rules! expression {
    ($message:literal $label:literal $note:literal $($signature:tt)*) => {
        $crate::macro_support::expression! {
            @ $($signature)*; ($message, $label, $note) { $($signature)* }
        }
    };
    (
        @ pub fn $function:ident<T: $trait:ident>($value:ident: T) -> $ty:ident;
        ($message:literal, $label:literal, $note:literal) { $($signature:tt)* }
    ) => {
        #[doc = concat!("A [`", stringify!($ty), "`].")]
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
        pub trait $trait {
            #[doc(hidden)]
            fn value(self, _: $crate::sealed::Private) -> $ty;
        }

        #[diagnostic::do_not_recommend]
        impl $trait for $ty {
            fn value(self, _: $crate::sealed::Private) -> $ty {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl $trait for &$ty {
            fn value(self, _: $crate::sealed::Private) -> $ty {
                self.clone()
            }
        }

        #[must_use]
        $($signature)* {
            $value.value($crate::sealed::Private)
        }
    };
    (
        @ pub fn $function:ident<T: $trait:ident>($value:ident: &T) -> &$ty:ident;
        ($message:literal, $label:literal, $note:literal) { $($signature:tt)* }
    ) => {
        #[doc = concat!("[`", stringify!($ty), "`] behind any number of pointers.")]
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
        pub trait $trait {
            #[doc(hidden)]
            fn value(&self, _: $crate::sealed::Private) -> &$ty;
        }

        #[diagnostic::do_not_recommend]
        impl $trait for $ty {
            fn value(&self, _: $crate::sealed::Private) -> &$ty {
                self
            }
        }

        $crate::macro_support::expression! {
            @ $trait $ty: &T, &mut T, Box<T>, std::rc::Rc<T>, std::sync::Arc<T>
        }

        #[must_use]
        $($signature)* {
            $value.value($crate::sealed::Private)
        }
    };
    (@ $trait:ident $ty:ident: $($pointer:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: $trait + ?Sized> $trait for $pointer {
            fn value(&self, only: $crate::sealed::Private) -> &$ty {
                (**self).value(only)
            }
        }
    )+};
}

pub(crate) use expression;

expression! {
    "`{Self}` is not the credentials of an account"
    "an `AccountCredentials` is needed here"
    "make one first: `AccountCredentials::from_env()?` or `AccountCredentials::new(account_sid, auth_token)`"
    pub fn account_credentials<T: IsAccountCredentials>(credentials: &T) -> &AccountCredentials
}

expression! {
    "`{Self}` is not an application SID"
    "an `ApplicationSid` is needed here"
    "make one first: `let app: ApplicationSid = \"AP…\".parse()?;`"
    pub fn application_sid<T: IsApplicationSid>(sid: T) -> ApplicationSid
}

expression! {
    "`{Self}` is not a lifetime"
    "a `Ttl` is needed here"
    "make one first: `Ttl::from_secs(seconds)?` or `Ttl::try_from(duration)?`"
    pub fn ttl<T: IsTtl>(ttl: T) -> Ttl
}

expression! {
    "`{Self}` is not a point in time"
    "a `UnixTime` is needed here"
    "make one first: `UnixTime::from_secs(seconds)?` or `UnixTime::try_from(system_time)?`"
    pub fn unix_time<T: IsUnixTime>(time: T) -> UnixTime
}

/// The words of the macros, for an editor: it completes them and shows what they mean when it expands a call to paths to
/// them. Each family has modules of its own, one for each place where statements can be.
///
/// Constants, since a function would be completed with parentheses.
pub mod words {
    #![expect(non_upper_case_globals, reason = "the words are written as in the macros")]

    /// The word at the start of a statement.
    #[derive(Clone, Copy, Debug)]
    #[non_exhaustive]
    pub struct Statement;

    /// `ttl 300`, `ttl 5m`: how long the token lives, at most 24 hours.
    pub const ttl: Statement = Statement;
    /// `not_before time`: from when the token is valid, a `UnixTime`.
    pub const not_before: Statement = Statement;
    /// `expires time`: until when the token is valid, a `UnixTime`.
    pub const expires: Statement = Statement;
}

/// Stands in for the value of a macro call that did not compile, so that only the mistakes in it are reported and
/// not also what follows it. Never called.
#[expect(clippy::must_use_candidate, reason = "each type that it stands in for says so itself")]
pub fn unfinished<T>() -> T {
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
