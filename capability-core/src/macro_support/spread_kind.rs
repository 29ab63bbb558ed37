//! How an expression becomes parameters. Each way is an argument of the trait of such expressions, because one type could allow
//! several.

use std::marker::PhantomData;

/// It is the parameters.
#[derive(Debug)]
#[non_exhaustive]
pub struct Same;

/// It implements `CallParams`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Declared;

/// It is signed parameters.
#[cfg(feature = "webhook")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Signed;

/// It is a pointer to a value of the kind `K`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Pointer<K>(PhantomData<K>);

/// Any kind except signed parameters. A value that replaces one of theirs would not be covered by their signature, and the webhook
/// would refuse the calls.
#[diagnostic::on_unimplemented(
    message = "signed parameters are sent as they were signed",
    label = "no parameter can be written before these",
    note = "put the value into the struct that is signed, and delete the name before `..`"
)]
pub trait Replaceable {}

#[diagnostic::do_not_recommend]
impl Replaceable for Same {}

#[diagnostic::do_not_recommend]
impl Replaceable for Declared {}

#[diagnostic::do_not_recommend]
impl<K: Replaceable> Replaceable for Pointer<K> {}

/// Defines a trait for the parameters that can be spread into those of a call, and the function that the macros expand to.
///
/// Its arguments are the label and the notes for an expression of another type, and then the signature of the function. The
/// expression is the parameters, a value that implements `CallParams`, or any type whose `Deref` chain ends in one of them.
macro_rules! spread {
    ($label:literal $($note:literal)+ pub fn $($signature:tt)*) => {
        $crate::macro_support::spread! {
            @ pub fn $($signature)*; ($label, $($note)+) { pub fn $($signature)* }
        }
    };
    (
        @ pub fn $function:ident<T: $trait:ident<K>, K>($value:ident: &T) -> $ty:ident;
        ($label:literal, $($note:literal)+) { $($signature:tt)* }
    ) => {
        #[doc = concat!("[`", stringify!($ty), "`], a `CallParams`, or a pointer to one of them.")]
        #[diagnostic::on_unimplemented(
            message = "`{Self}` cannot be spread into the parameters",
            label = $label,
            $(note = $note),+
        )]
        pub trait $trait<K> {
            #[doc(hidden)]
            fn params(&self, _: $crate::sealed::Private) -> $ty;
        }

        #[diagnostic::do_not_recommend]
        impl $trait<$crate::macro_support::spread_kind::Same> for $ty {
            fn params(&self, _: $crate::sealed::Private) -> Self {
                self.clone()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<P: $crate::call_params::CallParams> $trait<$crate::macro_support::spread_kind::Declared> for P {
            fn params(&self, _: $crate::sealed::Private) -> $ty {
                self.into()
            }
        }

        #[cfg(feature = "webhook")]
        #[diagnostic::do_not_recommend]
        impl $trait<$crate::macro_support::spread_kind::Signed>
            for $crate::webhook::SignedParams<$crate::webhook::SentParams>
        {
            fn params(&self, _: $crate::sealed::Private) -> $ty {
                self.into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<P: ::std::ops::Deref<Target: $trait<K>> + ?Sized, K> $trait<$crate::macro_support::spread_kind::Pointer<K>> for P {
            fn params(&self, only: $crate::sealed::Private) -> $ty {
                (**self).params(only)
            }
        }

        #[must_use]
        $($signature)* {
            $value.params($crate::sealed::Private)
        }
    };
}

pub(crate) use spread;
