use std::fmt;
use std::str::FromStr;

use twilio_capability_rules::string::{StringError, StringRule};
use zeroize::Zeroizing;

/// A secret is wiped from memory when it is dropped, and shows itself to nobody: no `Display`, no `Serialize`,
/// no comparison.
macro_rules! secret {
    ($(#[$doc:meta])* $name:ident, $rule:expr, $example:literal) => {
        $(#[$doc])*
        ///
        /// Wiped from memory when it is dropped. It cannot be printed, serialized or compared.
        ///
        /// ```
        #[doc = concat!("use twilio_capability_core::", stringify!($name), ";")]
        ///
        #[doc = concat!("let secret: ", stringify!($name), " = \"", $example, "\".parse()?;")]
        #[doc = concat!("assert_eq!(format!(\"{secret:?}\"), \"", stringify!($name), "([redacted])\");")]
        /// # Ok::<(), twilio_capability_core::StringError>(())
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
}
