use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use twilio_capability_rules::string::{StringError, StringRule};

/// A text that obeys a rule: written in the source without a copy, or owned. The last two are a text for the examples
/// that obeys it and one that does not.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $error:ident, [$($check:tt)+], $words:literal) => {
        name! { $(#[$doc])* $name, $error, [$($check)+], $words, "user_id", "a b" }
    };
    (
        $(#[$doc:meta])* $name:ident, $error:ident, [$($check:tt)+], $words:literal, $good:literal, $bad:literal
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            #[doc = concat!("A ", $words, " that is written in the source.")]
            ///
            /// # Panics
            ///
            /// If `s` breaks the rule. In a `const` that is a compile error.
            ///
            /// ```compile_fail
            #[doc = concat!("# use twilio_capability_core::", stringify!($name), ";")]
            #[doc = concat!("const NAME: ", stringify!($name), " = ", stringify!($name), "::from_static(\"", $bad, "\");")]
            /// ```
            #[must_use]
            #[track_caller]
            pub const fn from_static(s: &'static str) -> Self {
                match $($check)+(s) {
                    Ok(()) => Self(Cow::Borrowed(s)),
                    Err(error) => panic!("{}", error.report(s).as_str()),
                }
            }

            /// The text.
            ///
            /// ```
            #[doc = concat!("# use twilio_capability_core::", stringify!($name), ";")]
            #[doc = concat!("let name: ", stringify!($name), " = \"", $good, "\".parse()?;")]
            #[doc = concat!("assert_eq!(name.as_str(), \"", $good, "\");")]
            #[doc = concat!("# Ok::<(), twilio_capability_core::", stringify!($error), ">(())")]
            /// ```
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = $error;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.to_owned().try_into()
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(s: &str) -> Result<Self, Self::Error> {
                s.to_owned().try_into()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(s: String) -> Result<Self, Self::Error> {
                $($check)+(&s)?;
                Ok(Self(Cow::Owned(s)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_str(deserializer, concat!("a ", $words), |s| Self::try_from(s))
            }
        }
    };
}

pub(crate) use name;

name! {
    /// The name of a client: who a device is when it is called, and who it says it is when it calls.
    ///
    /// Letters (`A-Z`, `a-z`), digits and underscores, 1 to 121 of them: Twilio's rule for capability tokens
    /// (error 31105). [`ClientName::lenient`] makes one by the wider rule of `<Client>`.
    ///
    /// ```
    /// use twilio_capability_core::ClientName;
    ///
    /// const JOHN: ClientName = ClientName::from_static("john");
    ///
    /// let error = "john smith".parse::<ClientName>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this client name is a space");
    /// assert_eq!(JOHN.as_str(), "john");
    /// ```
    ClientName, StringError, [StringRule::CLIENT_NAME.check], "client name"
}

impl ClientName {
    /// A name by the wider rule of the `<Client>` noun in TwiML: 1 to 256 characters without white space,
    /// invisible characters and `<`, `>`, `#`, `%`, `"`.
    ///
    /// Use it where such names are in use already and work; capability tokens are documented for the strict
    /// rule.
    ///
    /// # Errors
    ///
    /// The first character that is not allowed, or the length.
    ///
    /// ```
    /// use twilio_capability_core::ClientName;
    ///
    /// let name = ClientName::lenient("zoë@example.com")?;
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    pub fn lenient(name: impl Into<String>) -> Result<Self, StringError> {
        let name = name.into();
        StringRule::LENIENT_CLIENT_NAME.check(&name)?;
        Ok(Self(Cow::Owned(name)))
    }
}

name! {
    /// The name of a parameter that the token hands to the application's webhook.
    ///
    /// One or more visible characters, and not one of the names that Twilio's own request has, such as `From`
    /// or `CallSid`.
    ///
    /// ```
    /// use twilio_capability_core::ParamName;
    ///
    /// let error = "CallSid".parse::<ParamName>().unwrap_err();
    /// assert_eq!(error.to_string(), "the parameter `CallSid` would shadow the `CallSid` that Twilio sends itself");
    /// ```
    ParamName, StringError, [StringRule::PARAM_NAME.check], "parameter name"
}

name! {
    /// The name of a filter of an event stream: one or more visible characters.
    ///
    /// ```
    /// use twilio_capability_core::FilterName;
    ///
    /// let name: FilterName = "CallSid".parse()?;
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    FilterName, StringError, [StringRule::FILTER_NAME.check], "filter name"
}

/// Reads a text with serde and parses it; the error is the rule's own.
pub(crate) fn deserialize_str<'de, D, T, E>(
    deserializer: D,
    words: &'static str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: fmt::Display,
{
    struct Visitor<T, P>(&'static str, P, PhantomData<T>);

    impl<T, E: fmt::Display, P: FnOnce(&str) -> Result<T, E>> de::Visitor<'_> for Visitor<T, P> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<Error: de::Error>(self, s: &str) -> Result<T, Error> {
            (self.1)(s).map_err(Error::custom)
        }
    }

    deserializer.deserialize_str(Visitor(words, parse, PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_travel_through_serde_as_text() {
        let name: ClientName = serde_json::from_str("\"john\"").unwrap();
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"john\"");
        let error = serde_json::from_str::<ClientName>("\"j n\"").unwrap_err();
        assert!(error.to_string().starts_with("character 2 of this client name is a space"), "{error}");
        assert!(serde_json::from_str::<ParamName>("\"To\"").is_err());
        assert!(serde_json::from_str::<FilterName>("\"To\"").is_ok());
    }

    #[test]
    fn a_name_from_the_source_equals_one_from_run_time() {
        const JOHN: ClientName = ClientName::from_static("john");
        assert_eq!(JOHN, "john".parse().unwrap());
        assert_eq!(JOHN, ClientName::lenient("john").unwrap());
        assert_eq!(format!("{JOHN:?} {JOHN:>6}"), "ClientName(\"john\")   john");
    }
}
