//! The syntax of scopes: `scope:client:outgoing?appSid=AP…&appParams=a%3Db`, separated by one space.

use super::percent_decode;
use super::scope_error::{ScopeError, ScopeErrorKind};

/// A part of the claim, with its position in the claim.
#[derive(Clone, Copy)]
pub(super) struct Span<'a> {
    pub(super) text: &'a str,
    pub(super) starts_at: usize,
}

impl Span<'_> {
    /// The parts between separators.
    pub(super) fn split(self, separator: u8) -> impl Iterator<Item = Self> {
        let mut rest = Some(self);
        std::iter::from_fn(move || {
            let whole = rest?;
            let (part, after) = whole.cut(separator);
            rest = after;
            Some(part)
        })
    }

    /// The part before the first separator, and the part after it if there is a separator.
    fn cut(self, separator: u8) -> (Self, Option<Self>) {
        let Some(at) = memchr::memchr(separator, self.text.as_bytes()) else { return (self, None) };
        let (text, rest) = self.text.split_at(at);
        let after = Self { text: rest, starts_at: self.starts_at + at }.after_separator();
        (Self { text, ..self }, after)
    }

    /// The rest after `key`, if this starts with `key` and the rest is empty or starts with the separator.
    pub(super) fn after(self, key: &str, separator: u8) -> Option<Self> {
        let text = self.text.strip_prefix(key)?;
        let whole = text.as_bytes().first().is_none_or(|first| *first == separator);
        whole.then_some(Self { text, starts_at: self.starts_at + key.len() })
    }

    /// The part after the separator at the start of this one. `None` if this is empty.
    fn after_separator(self) -> Option<Self> {
        Some(Self { text: self.text.get(1..)?, starts_at: self.starts_at + 1 })
    }

    pub(super) fn error(self, kind: ScopeErrorKind) -> ScopeError {
        ScopeError::new(kind, self.starts_at)
    }

    pub(super) fn decode(self) -> Result<String, ScopeError> {
        let decoded = percent_decode::decode(self.text).map(Into::into);
        decoded.map_err(|error| ScopeError::new(error.kind(), self.starts_at + error.position()))
    }
}

/// A scope, and its part from the `?` on.
#[derive(Clone, Copy)]
pub(super) struct Query<'a> {
    pub(super) word: Span<'a>,
    pub(super) rest: Span<'a>,
}

impl<'a> Query<'a> {
    /// The value of each key, not decoded. A key can have several names, and a scope uses one of them.
    pub(super) fn values<const N: usize>(
        self,
        keys: [&[&str]; N],
    ) -> Result<[Option<Span<'a>>; N], ScopeError> {
        let mut values = [None; N];
        for pair in self.rest.after_separator().into_iter().flat_map(|query| query.split(b'&')) {
            if pair.text.is_empty() {
                return Err(pair.error(ScopeErrorKind::EmptyParameter));
            }
            let rest = |names: &[&str]| names.iter().find_map(|name| pair.after(name, b'='));
            let found = values.iter_mut().zip(keys).find_map(|(slot, names)| Some((slot, rest(names)?)));
            let Some((slot, rest)) = found else { return Err(pair.error(ScopeErrorKind::UnknownKey)) };
            let Some(value) = rest.after_separator() else { return Err(pair.error(ScopeErrorKind::NoValue)) };
            if slot.is_some() {
                return Err(pair.error(ScopeErrorKind::RepeatedKey));
            }
            *slot = Some(value);
        }
        Ok(values)
    }

    pub(super) fn required(self, value: Option<Span<'a>>) -> Result<Span<'a>, ScopeError> {
        value.ok_or_else(|| self.word.error(ScopeErrorKind::MissingKey))
    }
}

/// Reads the list in `appParams` or `params`: a URL-encoded form, which is encoded again as a whole.
///
/// A name can occur twice. A name without `=` has an empty value, as in every form.
pub(super) fn parameters(encoded: Span<'_>) -> Result<Vec<(String, String)>, ScopeError> {
    if encoded.text.is_empty() {
        return Ok(Vec::new());
    }
    let form = encoded.decode()?;
    let in_claim = |error: ScopeError| {
        let at = percent_decode::encoded_position(encoded.text, error.position());
        ScopeError::new(error.kind(), encoded.starts_at + at)
    };
    // They are counted, because a list that grows step by step takes several times the memory.
    let mut parameters = Vec::with_capacity(1 + memchr::memchr_iter(b'&', form.as_bytes()).count());
    for pair in (Span { text: &form, starts_at: 0 }).split(b'&') {
        parameters.push(parameter(pair).map_err(in_claim)?);
    }
    Ok(parameters)
}

fn parameter(pair: Span<'_>) -> Result<(String, String), ScopeError> {
    if pair.text.is_empty() {
        return Err(pair.error(ScopeErrorKind::EmptyParameter));
    }
    let (name, value) = pair.cut(b'=');
    let value = value.map_or(Ok(String::new()), Span::decode);
    Ok((name.decode()?, value?))
}
