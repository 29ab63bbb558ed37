//! Traits and functions that the expansions of the macros use, one of each for each type of value.
//!
//! Items for one family of tokens are in the folder of that family. This module is not part of the public interface.
//! Other crates cannot implement the traits or call their methods:
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

/// Defines a trait for expressions of one type, and the function that the macros call with such an expression.
///
/// The arguments are the message, the label and the note of the compile error for an expression of another type, and
/// the signature of the function. If the signature has `value: T`, the expression can be the value or a reference to
/// it. If it has `value: &T`, the expression can be the value or any number of pointers to it.
///
/// The compiler shows the line with the bound of the function. The signature is passed token by token, so that this
/// line is the signature as it is written in a call of this macro, and not a line of the macro.
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
        #[doc = concat!("A [`", stringify!($ty), "`] or a reference to it.")]
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
        #[doc = concat!("[`", stringify!($ty), "`], or any number of pointers to it.")]
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

/// The words of the macros, for completion and documentation in editors.
///
/// A macro call expands to paths to these words. Each family has its own modules, one for each place for statements.
/// The words are constants, because an editor would complete functions with parentheses.
pub mod words {
    #![expect(non_upper_case_globals, reason = "the words are written as in the macros")]

    /// The word at the start of a statement.
    #[derive(Clone, Copy, Debug)]
    #[non_exhaustive]
    pub struct Statement;

    /// `ttl 300`, `ttl 5m`: how long the token lives, at most 24 hours.
    pub const ttl: Statement = Statement;
    /// `not_before time`: when the token starts being valid, a `UnixTime`.
    pub const not_before: Statement = Statement;
    /// `expires time`: when the token expires, a `UnixTime`.
    pub const expires: Statement = Statement;
}

/// Replaces the value of a macro call that did not compile, so that the compiler reports only the mistakes in the call.
///
/// It is never called.
#[expect(clippy::must_use_candidate, reason = "the types that it replaces are `must_use` themselves")]
pub fn unfinished<T>() -> T {
    #[expect(clippy::empty_loop, reason = "never called")]
    loop {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_returned_unchanged() {
        let five_minutes = Ttl::from_static(300);
        let reference = &five_minutes;
        assert_eq!((ttl(five_minutes), ttl(reference)), (five_minutes, five_minutes));
    }
}
