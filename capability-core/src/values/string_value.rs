/// Defines a string that obeys a rule of `capability-rules`. It is borrowed where it is written in the source, and owned
/// otherwise. Its comparisons and its hash are those of the string. The brackets hold the check
/// of a string in the source and, where it differs, the check at run time. The last two arguments are for the examples: a string that obeys the rule, and one that does not.
macro_rules! string_value {
    ($(#[$doc:meta])* $name:ident, $error:ident, [$($check:tt)+] [$($at_run_time:tt)+], $words:literal) => {
        string_value! {
            $(#[$doc])* $name, $error, [$($check)+] [$($at_run_time)+], $words, "user_id", "a b"
        }
    };
    (
        $(#[$doc:meta])* $name:ident, $error:ident, [$($check:tt)+], $words:literal, $good:literal, $bad:literal
    ) => {
        string_value! { $(#[$doc])* $name, $error, [$($check)+] [$($check)+], $words, $good, $bad }
    };
    (
        $(#[$doc:meta])*
        $name:ident, $error:ident, [$($check:tt)+] [$($at_run_time:tt)+], $words:literal, $good:literal, $bad:literal
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) ::std::borrow::Cow<'static, str>);

        impl $name {
            #[doc = concat!("A ", $words, " that is written in the source.")]
            ///
            /// # Panics
            ///
            /// If `s` breaks the rule. In a `const` that is a compile error.
            ///
            /// ```compile_fail
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::", stringify!($name), ";")]
            ///
            #[doc = concat!("const NAME: ", stringify!($name), " = ", stringify!($name), "::from_static(\"", $bad, "\");")]
            /// ```
            #[must_use]
            #[track_caller]
            pub const fn from_static(s: &'static str) -> Self {
                match $($check)+(s) {
                    Ok(()) => Self(::std::borrow::Cow::Borrowed(s)),
                    Err(error) => panic!("{}", error.report(s).as_str()),
                }
            }

            /// The text.
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::", stringify!($name), ";")]
            ///
            #[doc = concat!("let name: ", stringify!($name), " = \"", $good, "\".parse()?;")]
            #[doc = concat!("assert_eq!(name.as_str(), \"", $good, "\");")]
            #[doc = concat!("# Ok::<(), twilio_capability::", stringify!($error), ">(())")]
            /// ```
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $name {
            fn into_string(self) -> String {
                self.0.into_owned()
            }
        }

        $crate::values::text_traits::text_traits!([] $name);

        impl ::std::str::FromStr for $name {
            type Err = $error;

            /// Copies only what is accepted: what is refused can be a secret in the wrong place.
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                $($at_run_time)+(s)?;
                Ok(Self(::std::borrow::Cow::Owned(s.to_owned())))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(s: &str) -> Result<Self, Self::Error> {
                s.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(s: String) -> Result<Self, Self::Error> {
                $($at_run_time)+(&s)?;
                Ok(Self(::std::borrow::Cow::Owned(s)))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::values::deserialize::deserialize_str(deserializer, concat!("a ", $words), |s| Self::try_from(s))
            }
        }
    };
}

pub(crate) use string_value;
