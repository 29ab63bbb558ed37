/// Implements the traits of a type that is a string: comparison with strings in both directions, `Borrow<str>`, for map keys
/// that are looked up by `&str`, and `String::from`. Do not use it for secrets.
///
/// The type's `Eq`, `Ord` and `Hash` must be those of the string, because `Borrow` promises that.
macro_rules! text_traits {
    ([$($generics:tt)*] $ty:ty) => {
        impl<$($generics)*> PartialEq<str> for $ty {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl<$($generics)*> PartialEq<&str> for $ty {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl<$($generics)*> PartialEq<$ty> for str {
            fn eq(&self, other: &$ty) -> bool {
                self == other.as_str()
            }
        }

        impl<$($generics)*> PartialEq<$ty> for &str {
            fn eq(&self, other: &$ty) -> bool {
                *self == other.as_str()
            }
        }

        impl<$($generics)*> ::std::borrow::Borrow<str> for $ty {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl<$($generics)*> From<$ty> for String {
            fn from(value: $ty) -> Self {
                value.into_string()
            }
        }
    };
}

pub(crate) use text_traits;
