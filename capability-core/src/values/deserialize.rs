use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer};

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
