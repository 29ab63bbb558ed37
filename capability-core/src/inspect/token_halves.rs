use std::borrow::Cow;

use twilio_capability_rules::sid::SidKind;

use crate::jwt::{Members, Value};

/// The two halves of a token. One that cannot be read is `None`.
#[derive(Clone, Copy)]
pub(crate) struct TokenHalves<'a> {
    pub(crate) header: Option<Members<'a>>,
    pub(crate) claims: Option<Members<'a>>,
}

impl<'a> TokenHalves<'a> {
    /// A claim, if it is there and a string.
    pub(crate) fn claim(&self, name: &str) -> Option<Cow<'a, str>> {
        string(self.claims?, name)
    }

    /// A member of the header, if it is there and a string.
    pub(crate) fn header(&self, name: &str) -> Option<Cow<'a, str>> {
        string(self.header?, name)
    }
}

/// Whether a string starts like a SID of this kind.
pub(crate) fn starts_like(kind: SidKind, value: Option<Cow<'_, str>>) -> bool {
    value.is_some_and(|value| SidKind::of(&value) == Some(kind))
}

fn string<'a>(members: Members<'a>, name: &str) -> Option<Cow<'a, str>> {
    match members.get(name) {
        Some(Value::String(string)) => Some(string),
        _ => None,
    }
}
