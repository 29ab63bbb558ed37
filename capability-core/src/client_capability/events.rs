//! The scope that allows reading the account's events: `scope:stream:subscribe?path=…&params=a%3Db`.

use std::fmt::{self, Display};

use super::findings::EVENTS_PATH;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::params::{Params, explain_params, find_repeated, push_key, push_once, unrepeated};
use super::read_scopes::{ReadScope, ReadScopes};
use super::scope_claim::SCOPE_CLAIM;
use super::scope_error::ScopeError;
use super::scope_syntax::{Query, parameters};
use crate::inspect::{Findings, Quoted};
use crate::values::FilterName;

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

    /// The most bytes that the scope takes.
    pub(super) fn size_hint(&self) -> usize {
        80 + self.filters.encoded().len()
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(SCOPE.as_bytes());
        out.extend_from_slice(b"?path=");
        push_once(out, ReadScopes::EVENTS_PATH.as_bytes());
        if !self.filters.is_empty() {
            push_key(out, FILTERS);
            out.extend_from_slice(self.filters.encoded());
        }
    }

    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        explain(f, ReadScopes::EVENTS_PATH, self.filters.iter())
    }
}

/// How the scope begins.
pub(super) const SCOPE: &str = "scope:stream:subscribe";
/// The key of the filters, as this library and some of Twilio's write it.
const FILTERS: &str = "params";
/// The key of the filters, as the others write it.
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
        let sentence = format_args!("the event stream is {}, not \"{known}\"", Quoted(path));
        findings.add(&EVENTS_PATH, SCOPE_CLAIM.path(), sentence);
    }
    find_repeated(findings, filters);
}

/// The scope in the form that this library mints.
pub(super) fn strict(path: &str, filters: &[(String, String)]) -> Result<EventStream, NotOursError> {
    if path != ReadScopes::EVENTS_PATH {
        return Err(NotOursError::new(NotOursErrorKind::Path));
    }
    let mut events = EventStream::new();
    for (name, value) in unrepeated(filters)? {
        let name = name.as_str().try_into().map_err(NotOursError::because(NotOursErrorKind::ParamName))?;
        events = events.filter(name, value);
    }
    Ok(events)
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
