use std::fmt::{self, Display};

use super::params::Params;
use crate::FilterName;

/// The right to subscribe to the account's event stream.
///
/// ```
/// use twilio_capability_core::{EventStream, FilterName};
///
/// let events = EventStream::new().filter(FilterName::from_static("EventType"), "call.completed");
/// assert_eq!(events.filters().count(), 1);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventStream {
    filters: Params,
}

impl EventStream {
    /// All events.
    ///
    /// ```
    /// use twilio_capability_core::EventStream;
    ///
    /// assert_eq!(EventStream::new().filters().count(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only events whose `name` is `value`, which is written as it displays. A name that is given again replaces
    /// the earlier value.
    ///
    /// A `value` whose `Display` reports an error counts as empty.
    ///
    /// ```
    /// use twilio_capability_core::{EventStream, FilterName};
    ///
    /// let events = EventStream::new().filter(FilterName::from_static("CallSid"), "CA00");
    /// assert_eq!(events.filters().next(), Some(("CallSid".to_owned(), "CA00".to_owned())));
    /// ```
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn filter(mut self, name: FilterName, value: impl Display) -> Self {
        self.filters.set(name.as_str(), &value);
        self
    }

    /// The filters' names and values, as they were given.
    ///
    /// ```
    /// use twilio_capability_core::{EventStream, FilterName};
    ///
    /// let events = EventStream::new().filter(FilterName::from_static("CallSid"), "CA00");
    /// assert_eq!(events.filters().next(), Some(("CallSid".to_owned(), "CA00".to_owned())));
    /// ```
    pub fn filters(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.filters.iter()
    }

    pub(super) fn size_hint(&self) -> usize {
        80 + self.filters.encoded().len()
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"scope:stream:subscribe?path=%2F2010-04-01%2FEvents");
        if !self.filters.is_empty() {
            out.extend_from_slice(b"&params=");
            out.extend_from_slice(self.filters.encoded());
        }
    }

    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("read the account's events")?;
        if !self.filters.is_empty() {
            write!(f, " with {}", self.filters)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filters_are_those_that_were_given() {
        let events = EventStream::new().filter(FilterName::from_static("EventType"), "call & more");
        let given = [("EventType".to_owned(), "call & more".to_owned())];
        assert_eq!(events.filters().collect::<Vec<_>>(), given);
        assert_eq!(EventStream::new().filters().count(), 0);
        assert_eq!(format!("{events:?}"), r#"EventStream { filters: {"EventType": "call & more"} }"#);
    }
}
