use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer};
use twilio_capability_rules::lifetime::LifetimeError;
use twilio_capability_rules::policy_url::PolicyUrlError;
use twilio_capability_rules::region::RegionError;
use twilio_capability_rules::sid::SidError;
use twilio_capability_rules::string::StringError;
use twilio_capability_rules::time::TimeError;

/// An error that says what to type.
pub(crate) trait WithHelp: fmt::Display {
    fn with_help(&self) -> String;
}

macro_rules! with_help {
    ($($error:ty),+) => {$(
        impl WithHelp for $error {
            fn with_help(&self) -> String {
                format!("{self}; help: {}", self.help())
            }
        }
    )+};
}

with_help!(SidError, StringError, PolicyUrlError, RegionError, LifetimeError, TimeError);

/// Reads a string with serde and parses it. The error is the rule's own, with its help.
pub(crate) fn deserialize_str<'de, D, T, E>(
    deserializer: D,
    words: &'static str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: WithHelp,
{
    struct Visitor<T, P>(&'static str, P, PhantomData<T>);

    impl<T, E: WithHelp, P: FnOnce(&str) -> Result<T, E>> de::Visitor<'_> for Visitor<T, P> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<Error: de::Error>(self, s: &str) -> Result<T, Error> {
            (self.1)(s).map_err(|error| Error::custom(error.with_help()))
        }
    }

    deserializer.deserialize_str(Visitor(words, parse, PhantomData))
}

/// Reads a whole number or a string with serde; the error is the rule's own. `negative` is the error for a number below 0.
pub(crate) fn deserialize_number_or_str<'de, D, T, E>(
    deserializer: D,
    expected: &'static str,
    number: fn(u64) -> Result<T, E>,
    negative: fn() -> E,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: WithHelp,
{
    struct Visitor<T, E> {
        expected: &'static str,
        number: fn(u64) -> Result<T, E>,
        negative: fn() -> E,
        parse: fn(&str) -> Result<T, E>,
    }

    impl<T, E: WithHelp> de::Visitor<'_> for Visitor<T, E> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        fn visit_u64<Error: de::Error>(self, n: u64) -> Result<T, Error> {
            (self.number)(n).map_err(|error| Error::custom(error.with_help()))
        }

        fn visit_i64<Error: de::Error>(self, n: i64) -> Result<T, Error> {
            u64::try_from(n)
                .map_err(|_| (self.negative)())
                .and_then(self.number)
                .map_err(|error| Error::custom(error.with_help()))
        }

        fn visit_str<Error: de::Error>(self, s: &str) -> Result<T, Error> {
            (self.parse)(s).map_err(|error| Error::custom(error.with_help()))
        }
    }

    let visitor = Visitor { expected, number, negative, parse };
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(visitor)
    } else {
        deserializer.deserialize_u64(visitor)
    }
}

#[cfg(test)]
mod tests {
    use crate::values::{AccountSid, ClientName, Region, Ttl, UnixTime};

    #[test]
    fn an_error_of_serde_has_the_help() {
        fn says<T: serde::de::DeserializeOwned>(json: &str) -> String {
            serde_json::from_str::<T>(json).err().map(|error| error.to_string()).unwrap_or_default()
        }
        for (error, help) in [
            (says::<Ttl>("300000"), "; help: the unit is seconds, not milliseconds: did you mean 300?"),
            (says::<Ttl>("-1"), "; help: a lifetime is from 1 s"),
            (says::<UnixTime>("\"x\""), "; help: write seconds since 1970"),
            (says::<AccountSid>("\"AP\""), "; help: "),
            (says::<ClientName>("\"a b\""), "; help: "),
            (says::<Region>("\"sydney\""), "; help: did you mean `au1`?"),
        ] {
            assert!(error.contains(help), "{error}");
        }
    }
}
