use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer};
use twilio_capability_rules::string::{StringError, StringRule};
use zeroize::Zeroizing;

/// Reads a secret with serde. What is no string is refused without being shown: the error of serde itself would show a number.
struct Visitor<T>(StringRule, fn(String) -> Result<T, StringError>);

impl<T> Visitor<T> {
    fn no_string<E: de::Error>(self) -> Result<T, E> {
        Err(E::custom(format_args!("{} is a string", self.0.a_noun())))
    }
}

impl<T> de::Visitor<'_> for Visitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.a_noun().as_str())
    }

    fn visit_str<E: de::Error>(self, s: &str) -> Result<T, E> {
        self.visit_string(s.to_owned())
    }

    fn visit_string<E: de::Error>(self, s: String) -> Result<T, E> {
        (self.1)(s).map_err(E::custom)
    }

    fn visit_bytes<E: de::Error>(self, _: &[u8]) -> Result<T, E> {
        self.no_string()
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<T, E> {
        self.no_string()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<T, E> {
        self.no_string()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<T, E> {
        self.no_string()
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<T, E> {
        self.no_string()
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<T, E> {
        self.no_string()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<T, E> {
        self.no_string()
    }
}

/// A secret is wiped from memory when it is dropped, and shows itself to nobody: no `Display`, no `Serialize`,
/// no comparison. A configuration can hold it, so there is `Deserialize`.
macro_rules! secret {
    ($(#[$doc:meta])* $name:ident, $rule:expr, $example:literal) => {
        $(#[$doc])*
        ///
        /// Wiped from memory when it is dropped. It cannot be printed, serialized or compared. It can be deserialized, from a
        /// string only.
        ///
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        #[doc = concat!("use twilio_capability::", stringify!($name), ";")]
        ///
        #[doc = concat!("let secret: ", stringify!($name), " = \"", $example, "\".parse()?;")]
        #[doc = concat!("assert_eq!(format!(\"{secret:?}\"), \"", stringify!($name), "([redacted])\");")]
        /// # Ok::<(), twilio_capability::StringError>(())
        /// ```
        pub struct $name(Zeroizing<String>);

        impl $name {
            pub(crate) fn as_bytes(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }

        impl TryFrom<String> for $name {
            type Error = StringError;

            /// Takes the text over, so that no copy of it stays behind.
            fn try_from(text: String) -> Result<Self, Self::Error> {
                let text = Zeroizing::new(text);
                $rule.check(&text)?;
                Ok(Self(text))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = StringError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.to_owned().try_into()
            }
        }

        impl FromStr for $name {
            type Err = StringError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.to_owned().try_into()
            }
        }

        impl<'de> Deserialize<'de> for $name {
            /// The error contains no character of the value.
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let visitor = Visitor($rule, Self::try_from);
                if deserializer.is_human_readable() {
                    // Asked for a string, serde_json shows a number that is there instead without asking the visitor.
                    deserializer.deserialize_any(visitor)
                } else {
                    deserializer.deserialize_string(visitor)
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }
    };
}

secret! {
    /// The auth token of an account: the key that signs capability tokens.
    AuthToken, StringRule::AUTH_TOKEN, "not_a_real_auth_token"
}

secret! {
    /// The secret of an API key: the key that signs access tokens.
    ApiSecret, StringRule::API_SECRET, "not_a_real_api_secret"
}

#[cfg(feature = "webhook")]
secret! {
    /// The secret of a shared key: a key that signs webhooks.
    SharedKey, StringRule::SHARED_KEY, "not_a_real_shared_key"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_holds_nothing_of_the_secret() {
        let error = AuthToken::try_from("hunter2\n").unwrap_err();
        assert_eq!(error.to_string(), "character 8 of this auth token is white space");
        assert!(!format!("{error:?} {error:#}").contains("hunter"));
        assert_eq!(ApiSecret::try_from("").unwrap_err().to_string(), "this API secret is empty");
    }

    #[test]
    fn a_configuration_can_hold_a_secret_and_no_error_shows_it() {
        let secret: AuthToken = serde_json::from_str("\"not_a_real_auth_token\"").unwrap();
        assert_eq!(secret.as_bytes(), b"not_a_real_auth_token");
        let escaped: ApiSecret = serde_json::from_str("\"not\\u005fa_real_secret\"").unwrap();
        assert_eq!(escaped.as_bytes(), b"not_a_real_secret");
        for json in
            ["7331", "-7331", "73.31", "true", "\"7331 \"", "\"'7331'\"", "[7331]", "{\"7331\": 1}", "null"]
        {
            let error = serde_json::from_str::<AuthToken>(json).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("7331") && !shown.contains("true"), "{shown}");
        }
        let error = serde_json::from_str::<AuthToken>("7331").unwrap_err();
        assert!(error.to_string().starts_with("an auth token is a string"), "{error}");
    }
}
