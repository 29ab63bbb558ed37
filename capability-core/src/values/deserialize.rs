use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer};

/// Reads a string with serde and parses it. The error is the rule's own.
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
    E: fmt::Display,
{
    struct Visitor<T, E> {
        expected: &'static str,
        number: fn(u64) -> Result<T, E>,
        negative: fn() -> E,
        parse: fn(&str) -> Result<T, E>,
    }

    impl<T, E: fmt::Display> de::Visitor<'_> for Visitor<T, E> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        fn visit_u64<Error: de::Error>(self, n: u64) -> Result<T, Error> {
            (self.number)(n).map_err(Error::custom)
        }

        fn visit_i64<Error: de::Error>(self, n: i64) -> Result<T, Error> {
            u64::try_from(n).map_err(|_| (self.negative)()).and_then(self.number).map_err(Error::custom)
        }

        fn visit_str<Error: de::Error>(self, s: &str) -> Result<T, Error> {
            (self.parse)(s).map_err(Error::custom)
        }
    }

    let visitor = Visitor { expected, number, negative, parse };
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(visitor)
    } else {
        deserializer.deserialize_u64(visitor)
    }
}
