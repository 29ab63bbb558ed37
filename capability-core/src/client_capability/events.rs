//! The scope that allows reading the account's events: `scope:stream:subscribe?path=…&params=a%3Db`.

use std::fmt::{self, Display};

use super::findings::EVENTS_PATH;
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::params::Params;
use super::percent_encode::{push_key, push_once};
use super::query::{Query, parameters};
use super::read_params::{explain_params, find_repeated, strict_params};
use super::read_scopes::{ReadScope, ReadScopes};
use super::scope_error::ScopeError;
use crate::inspect::{Findings, Quoted};
use crate::values::FilterName;
use twilio_capability_rules::string::StringRule;

/// Scope that allows subscribing to the account's event stream.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{EventStream, FilterName};
///
/// let events = EventStream::new().filter(FilterName::from_static("EventType"), "call.completed");
/// assert_eq!(events.filters().count(), 1);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[must_use = "a scope does nothing until a token has it"]
pub struct EventStream {
    filters: Params,
}

impl EventStream {
    /// Creates a scope for all events.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::EventStream;
    ///
    /// assert_eq!(EventStream::new().filters().count(), 0);
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Restricts the scope to events whose field `name` has this `value`.
    ///
    /// The `Display` of `value` is written. If it returns an error, the value is empty. Calling this again with the
    /// same name replaces the value.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{EventStream, FilterName};
    ///
    /// let events = EventStream::new().filter(FilterName::from_static("CallSid"), "CA00");
    /// assert_eq!(events.filters().next(), Some(("CallSid".to_owned(), "CA00".to_owned())));
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "the argument reads as `format!`'s do")]
    pub fn filter(mut self, name: FilterName, value: impl Display) -> Self {
        self.filters.set(name.as_str(), &value);
        self
    }

    /// The names and values of the filters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{EventStream, FilterName};
    ///
    /// let events = EventStream::new().filter(FilterName::from_static("CallSid"), "CA00");
    /// assert_eq!(events.filters().next(), Some(("CallSid".to_owned(), "CA00".to_owned())));
    /// ```
    pub fn filters(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.filters.iter()
    }

    /// The largest number of bytes that the scope takes.
    pub(super) fn size_hint(&self) -> usize {
        80 + self.filters.size_hint()
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(SCOPE.as_bytes());
        out.extend_from_slice(b"?path=");
        push_once(out, ReadScopes::EVENTS_PATH.as_bytes());
        if !self.filters.is_empty() {
            push_key(out, FILTERS);
            self.filters.write(out);
        }
    }

    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        explain(f, ReadScopes::EVENTS_PATH, self.filters.iter())
    }
}

/// The start of the scope.
pub(super) const SCOPE: &str = "scope:stream:subscribe";
/// The key of the filters in this library and in some of Twilio's.
const FILTERS: &str = "params";
/// The key of the filters in the other libraries.
const OTHER_FILTERS: &str = "appParams";

pub(super) fn read(query: Query<'_>) -> Result<ReadScope, ScopeError> {
    let [path, filters] = query.values([&["path"], &[FILTERS, OTHER_FILTERS]])?;
    Ok(ReadScope::Events {
        path: query.required(path)?.decode()?,
        filters: filters.map_or(Ok(Vec::new()), parameters)?,
    })
}

pub(super) fn explain(
    f: &mut fmt::Formatter<'_>,
    path: &str,
    filters: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    f.write_str("can read the account's events")?;
    if path != ReadScopes::EVENTS_PATH {
        write!(f, " at {}", Quoted(path))?;
    }
    explain_params(f, filters)
}

pub(super) fn find(findings: &mut Findings, path: &str, filters: &[(String, String)]) {
    let known = ReadScopes::EVENTS_PATH;
    if path != known {
        let sentence = format!("the event stream is {}, not \"{known}\"", Quoted(path));
        findings.add(&EVENTS_PATH, SCOPE_CLAIM.path(), sentence);
    }
    find_repeated(findings, filters);
}

/// Converts a scope that was read into the builder's type.
pub(super) fn strict(path: &str, filters: &[(String, String)]) -> Result<EventStream, NotOursError> {
    if path != ReadScopes::EVENTS_PATH {
        return Err(NotOursError::new(NotOursErrorKind::Path));
    }
    Ok(EventStream { filters: strict_params(filters, StringRule::FILTER_NAME)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filters_are_the_ones_that_were_set() {
        let events = EventStream::new().filter(FilterName::from_static("EventType"), "call & more");
        let given = [("EventType".to_owned(), "call & more".to_owned())];
        assert_eq!(events.filters().collect::<Vec<_>>(), given);
        assert_eq!(EventStream::new().filters().count(), 0);
        assert_eq!(format!("{events:?}"), r#"EventStream { filters: {"EventType": "call & more"} }"#);
    }
}
