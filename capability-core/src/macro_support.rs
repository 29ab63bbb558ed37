//! What the macros expand to: for each type of value, a trait and a function that say what an expression must be.
//!
//! What belongs to one family of tokens is in that family's folder. Nothing here is part of the interface. Other crates cannot
//! implement the traits:
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
//! They cannot call the methods of the traits:
//!
//! ```compile_fail,E0308
//! use twilio_capability_core::{Ttl, macro_support::IsTtl};
//!
//! let ttl = Ttl::MAX.value(());
//! ```

use crate::keys::AccountCredentials;
use crate::values::{ApplicationSid, Ttl, UnixTime};

/// Defines a trait for the expressions that can be a value of one type, and the function that the macros expand to.
///
/// Its arguments are the message, the label and the note of the compile error for an expression of another type, and then the
/// signature of the function. With `value: T`, the expression is the value or a reference to it. With `value: &T`, it is the
/// value or any number of pointers to it.
///
/// The compiler shows the bound of the function in its errors. The signature goes through the macro token by token, so that
/// the compiler shows the line as it is written here and not a line of the macro.
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
        #[doc = concat!("A [`", stringify!($ty), "`] or a reference to one.")]
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
        #[doc = concat!("A [`", stringify!($ty), "`] or any number of pointers to one.")]
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
    "`{Self}` is not account credentials"
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

/// The keywords of the macros, for an editor. For an editor a call expands to paths to these items, so that it can complete them
/// and show what they mean. Each family has a module for each place where statements can be.
///
/// They are constants because an editor completes a function with parentheses.
pub mod words {
    #![expect(non_upper_case_globals, reason = "the keywords are written as in the macros")]

    /// The type of a keyword at the start of a statement.
    #[derive(Clone, Copy, Debug)]
    #[non_exhaustive]
    pub struct Statement;

    /// `ttl 300`, `ttl 5m`: how long the token lives, at most 24 hours.
    pub const ttl: Statement = Statement;
    /// `not_before time`: when the token starts to be valid, a `UnixTime`.
    pub const not_before: Statement = Statement;
    /// `expires time`: when the token stops being valid, a `UnixTime`.
    pub const expires: Statement = Statement;
}

/// The value of a macro call that has mistakes, so that the code after the call has no further errors because of them. Never
/// called.
#[expect(clippy::must_use_candidate, reason = "each type that it replaces has the attribute")]
pub fn unfinished<T>() -> T {
    #[expect(clippy::empty_loop, reason = "never called")]
    loop {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_not_changed() {
        let five_minutes = Ttl::from_static(300);
        let reference = &five_minutes;
        assert_eq!((ttl(five_minutes), ttl(reference)), (five_minutes, five_minutes));
    }
}
