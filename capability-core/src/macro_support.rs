//! What the macros expand to: for each type of value, a trait and a function that say what an expression must be.
//!
//! What belongs to one family of tokens is in that family's folder. Nothing here is part of the interface. Other crates cannot
//! implement the traits:
//!
//! ```compile_fail,E0049
//! # extern crate twilio_capability_core as twilio_capability;
//! use twilio_capability::{Ttl, macro_support::IsTtl};
//!
//! struct Forever;
//!
//! impl IsTtl for Forever {
//!     type Kind = Ttl;
//!
//!     fn owned(self, _: impl Sized) -> Ttl {
//!         Ttl::MAX
//!     }
//! }
//! ```
//!
//! They cannot call the methods of the traits:
//!
//! ```compile_fail,E0308
//! # extern crate twilio_capability_core as twilio_capability;
//! use twilio_capability::{Ttl, macro_support::IsTtl};
//!
//! let ttl = Ttl::MAX.owned(());
//! ```

pub mod spread_kind;

pub(crate) use self::spread_kind::spread;
use crate::sealed::Private;
use crate::values::{ApplicationSid, Ttl, UnixTime};

/// Defines a trait for the expressions that can be a value of one type, and the function that the macros expand to.
///
/// Its arguments are the message, the label and the notes of the compile error for an expression of another type, and then the
/// signature of the function. The expression is the value or a reference to it. The first trait in the signature accepts a `Result`
/// and an `Option` too, so that the second and the third can each give a message about one of them.
///
/// The compiler shows the bounds of the function in its errors. The signature goes through the macro token by token, so that
/// the compiler shows the line as it is written here and not a line of the macro.
macro_rules! expression {
    ($message:literal $label:literal $($note:literal)+ pub fn $($signature:tt)*) => {
        $crate::macro_support::expression! {
            @ pub fn $($signature)*; ($message, $label, $($note)+) { pub fn $($signature)* }
        }
    };
    (
        @ pub fn $function:ident<T: $trait:ident<Kind: NoResult<Value: $option:ident<$_ty:ident>>>>(
            $value:ident: T
        ) -> $ty:ident;
        ($message:literal, $label:literal, $($note:literal)+) { $($signature:tt)* }
    ) => {
        #[doc = concat!("A [`", stringify!($ty), "`] or a reference to one.")]
        #[diagnostic::on_unimplemented(message = $message, label = $label, $(note = $note),+)]
        pub trait $trait {
            /// The type without the reference.
            type Kind;

            #[doc(hidden)]
            fn owned(self, _: $crate::sealed::Private) -> Self::Kind;
        }

        #[diagnostic::do_not_recommend]
        impl $trait for $ty {
            type Kind = Self;

            fn owned(self, _: $crate::sealed::Private) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl $trait for &$ty {
            type Kind = $ty;

            fn owned(self, _: $crate::sealed::Private) -> $ty {
                self.clone()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T, E> $trait for Result<T, E> {
            type Kind = Self;

            fn owned(self, _: $crate::sealed::Private) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T> $trait for Option<T> {
            type Kind = Self;

            fn owned(self, _: $crate::sealed::Private) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, E> $trait for &'a Result<T, E> {
            type Kind = Result<&'a T, &'a E>;

            fn owned(self, _: $crate::sealed::Private) -> Self::Kind {
                self.as_ref()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T> $trait for &'a Option<T> {
            type Kind = Option<&'a T>;

            fn owned(self, _: $crate::sealed::Private) -> Self::Kind {
                self.as_ref()
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::macro_support::NoResult for $ty {
            type Value = Self;

            fn value(self, _: $crate::sealed::Private) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::macro_support::$option<Self> for $ty {
            fn value(self, _: $crate::sealed::Private) -> Self {
                self
            }
        }

        #[must_use]
        $($signature)* {
            $value.owned($crate::sealed::Private).value($crate::sealed::Private).value($crate::sealed::Private)
        }
    };
}

pub(crate) use expression;

/// Any type except a `Result`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may be an error",
    label = "write `?` after this expression",
    note = "where the function cannot return the error, use `match` or `let … else` before the macro"
)]
pub trait NoResult {
    /// The type itself.
    type Value;

    #[doc(hidden)]
    fn value(self, _: Private) -> Self::Value;
}

#[diagnostic::do_not_recommend]
impl<T> NoResult for Option<T> {
    type Value = Self;

    fn value(self, _: Private) -> Self {
        self
    }
}

/// Defines traits for any type except an `Option`, which differ in the note of their message.
macro_rules! no_option {
    ($($trait:ident: $note:literal;)+) => {$(
        /// Any type except an `Option`.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` may be `None`",
            label = "unwrap this `Option`, for example with `?`",
            note = $note
        )]
        pub trait $trait<T> {
            #[doc(hidden)]
            fn value(self, _: Private) -> T;
        }
    )+};
}

no_option! {
    NoOption: "for an optional scope or grant, call its `maybe_…` setter after the macro; else use `match` or `let … else` before it";
    MaybeIncoming: "for an optional `incoming`, delete the statement and call `.maybe_incoming(name)` after the macro";
    MaybeTtl: "for an optional `ttl`, delete the statement and call `.maybe_ttl(ttl)` after the macro";
    MaybeTime: "for an optional time, delete the statement and call `.maybe_expires_at(time)` or `.maybe_not_before(time)` \
                after the macro";
    MaybeRegion: "for an optional `region`, delete the statement and call `.maybe_region(region)` after the macro";
}

/// Defines a trait for the expressions that can be the credentials of one macro, and the function that the macro expands to.
///
/// Its arguments are the message, the label and the note for an expression that is not credentials at all, and then the signature
/// of the function. The expression is the credentials `K` or any type whose `Deref` chain ends in them. If the chain ends in credentials
/// of the other macro, the message is that of the second trait in the signature.
macro_rules! credentials {
    ($message:literal $label:literal $note:literal $($signature:tt)*) => {
        $crate::macro_support::credentials! {
            @ $($signature)*; ($message, $label, $note) { $($signature)* }
        }
    };
    (
        @ pub fn $function:ident<T: $trait:ident<K>, K: $signs:ident>($value:ident: &T) -> &$ty:ident;
        ($message:literal, $label:literal, $note:literal) { $($signature:tt)* }
    ) => {
        /// A type whose `Deref` chain ends in the credentials `K`.
        #[diagnostic::on_unimplemented(
            message = $message,
            label = $label,
            note = $note,
            note = "a `Result` or an `Option` has to be unwrapped, for example with `?`"
        )]
        pub trait $trait<K: 'static> {
            #[doc(hidden)]
            fn target(&self, _: $crate::sealed::Private) -> &K;
        }

        #[diagnostic::do_not_recommend]
        impl $trait<Self> for $crate::keys::AccountCredentials {
            fn target(&self, _: $crate::sealed::Private) -> &Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl $trait<Self> for $crate::keys::ApiKeyCredentials {
            fn target(&self, _: $crate::sealed::Private) -> &Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl<P: std::ops::Deref<Target: $trait<K>> + ?Sized, K: 'static> $trait<K> for P {
            fn target(&self, only: $crate::sealed::Private) -> &K {
                (**self).target(only)
            }
        }

        #[diagnostic::do_not_recommend]
        impl $signs for $ty {
            fn credentials(&self, _: $crate::sealed::Private) -> &$ty {
                self
            }
        }

        #[must_use]
        $($signature)* {
            $value.target($crate::sealed::Private).credentials($crate::sealed::Private)
        }
    };
}

pub(crate) use credentials;

/// Makes the compiler find the type of an expression before it checks what the type implements. If it cannot find the type, it
/// says so and nothing else.
pub trait KnownType: Sized {
    #[doc(hidden)]
    #[must_use]
    fn __twilio_capability_known_type(self) -> Self {
        self
    }
}

impl<T> KnownType for T {}

expression! {
    "`{Self}` is not an application SID"
    "an `ApplicationSid` is needed here"
    "parse a string: `app.parse()?`"
    "a SID of another kind cannot be converted: check whether two SIDs are swapped"
    "for a constant, write `const APP: ApplicationSid = ApplicationSid::from_static(\"AP…\");`"
    pub fn application_sid<T: IsApplicationSid<Kind: NoResult<Value: NoOption<ApplicationSid>>>>(sid: T) -> ApplicationSid
}

expression! {
    "`{Self}` is not a lifetime"
    "a `Ttl` is needed here"
    "make one first: `Ttl::from_secs(seconds)?` or `Ttl::try_from(duration)?`"
    "for a constant, write `const TTL: Ttl = Ttl::from_static(300);`"
    pub fn ttl<T: IsTtl<Kind: NoResult<Value: MaybeTtl<Ttl>>>>(ttl: T) -> Ttl
}

expression! {
    "`{Self}` is not a point in time"
    "a `UnixTime` is needed here"
    "make one first: `UnixTime::from_secs(seconds)?` or `UnixTime::try_from(system_time)?`"
    pub fn unix_time<T: IsUnixTime<Kind: NoResult<Value: MaybeTime<UnixTime>>>>(time: T) -> UnixTime
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

/// The value of a macro call that has mistakes, so that the code after the call has no further errors because of them.
///
/// A program with this function cannot be built. The compiler reports that only if it reported no other error. So a mistake is an
/// error also where the messages are lost, because `core::compile_error!` is a macro of the user.
#[expect(clippy::must_use_candidate, reason = "each type that it replaces has the attribute")]
pub fn unfinished<T>() -> T {
    const { lost_messages() }
}

#[track_caller]
#[expect(clippy::panic, reason = "the compiler panics, not the program")]
const fn lost_messages() -> ! {
    panic!(
        "this call has mistakes, and the messages about them are lost\n= help: rename your crate or macro that replaces `core` or \
         `core::compile_error!`"
    )
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
