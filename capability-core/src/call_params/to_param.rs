use std::fmt::Display;
use std::rc::Rc;
use std::sync::Arc;

use crate::sealed::Private;

/// The value of a parameter: any type that implements `Display`, or an `Option` of one. `None` leaves the parameter out.
///
/// `K` says which of the two it is, and is always inferred. Other crates cannot implement this trait.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ParamName, Params, ToParam};
///
/// const PLAN: ParamName = ParamName::from_static("plan");
///
/// fn params<K>(plan: impl ToParam<K>) -> Params {
///     Params::new().param(PLAN, plan)
/// }
///
/// assert_eq!(params("free").len(), 1);
/// assert_eq!(params(Some("free")), params("free"));
/// assert!(params(None::<String>).is_empty());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a string",
    label = "a type that implements `Display`, or an `Option` of one, is needed here",
    note = "pass a string, a number, or a field that implements `Display`"
)]
pub trait ToParam<K>: ParamSource<K> {}

#[diagnostic::do_not_recommend]
impl<T: ParamSource<K> + ?Sized, K> ToParam<K> for T {}

/// What writes a value. It is not in the documentation, because the page of each type that implements `Display` would show it.
pub trait ParamSource<K> {
    #[doc(hidden)]
    fn to_param(&self, write: &mut dyn FnMut(Option<&dyn Display>), _: Private);
}

/// How a type is the value of a parameter. Each way is an argument of [`ToParam`], because the compiler cannot know that no `Option`
/// will ever implement `Display`.
pub mod kind {
    /// It implements `Display`.
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct Shown;

    /// It is an `Option`, or a pointer to one.
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct Optional;

    /// It comes from a macro.
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct FromMacro;
}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> ParamSource<kind::Shown> for T {
    fn to_param(&self, write: &mut dyn FnMut(Option<&dyn Display>), _: Private) {
        write(Some(&self));
    }
}

#[diagnostic::do_not_recommend]
impl<T: OptionalParam + ?Sized> ParamSource<kind::Optional> for T {
    fn to_param(&self, write: &mut dyn FnMut(Option<&dyn Display>), only: Private) {
        write(self.value(only));
    }
}

/// An `Option` of a type that implements `Display`, or a pointer to one.
#[expect(unnameable_types, reason = "only an implementation of a sealed trait mentions it")]
pub trait OptionalParam {
    #[doc(hidden)]
    fn value(&self, _: Private) -> Option<&dyn Display>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> OptionalParam for Option<T> {
    fn value(&self, _: Private) -> Option<&dyn Display> {
        self.as_ref().map(|value| value as &dyn Display)
    }
}

macro_rules! by_pointee {
    ($($ty:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: OptionalParam + ?Sized> OptionalParam for $ty {
            fn value(&self, only: Private) -> Option<&dyn Display> {
                (**self).value(only)
            }
        }
    )+};
}

by_pointee!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);
