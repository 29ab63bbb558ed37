//! The `scope` claim: URIs such as `scope:client:outgoing?appSid=AP…&appParams=a%3Db`, one space between them.

use super::cut::cut;
use super::percent::{self, Malformed};
use super::{ReadScope, ReadScopes, ScopeError, ScopeErrorKind};

pub(super) fn parse(claim: &str) -> Result<ReadScopes, ScopeError> {
    // Looks at every byte, which takes less time than stopping at the first: the compiler makes vectors of it.
    if claim.bytes().fold(false, |found, byte| found | byte.is_ascii_control()) {
        let at = claim.bytes().position(|byte| byte.is_ascii_control()).unwrap_or_default();
        return Err(ScopeError::new(ScopeErrorKind::Control, at));
    }
    // What Twilio's libraries write when nothing is allowed.
    if claim.is_empty() {
        return Ok(ReadScopes::default());
    }
    let words = Span { text: claim, starts_at: 0 }.split(b' ');
    words.map(scope).collect::<Result<_, _>>().map(ReadScopes)
}

/// A part of the claim, and where in the claim it starts.
#[derive(Clone, Copy)]
struct Span<'a> {
    text: &'a str,
    starts_at: usize,
}

impl Span<'_> {
    /// The parts between separators.
    fn split(self, separator: u8) -> impl Iterator<Item = Self> {
        let mut rest = Some(self);
        std::iter::from_fn(move || {
            let whole = rest?;
            let (part, behind) = whole.cut(separator);
            rest = behind;
            Some(part)
        })
    }

    /// What stands before the first separator and, if there is one, behind it.
    fn cut(self, separator: u8) -> (Self, Option<Self>) {
        match cut(self.text, separator) {
            Some((text, behind)) => {
                let starts_at = self.starts_at + text.len() + 1;
                (Self { text, ..self }, Some(Self { text: behind, starts_at }))
            }
            None => (self, None),
        }
    }

    /// What follows `key`, if this starts with it and then ends or goes on with the separator.
    fn after(self, key: &str, separator: u8) -> Option<Self> {
        let text = self.text.strip_prefix(key)?;
        let whole = text.as_bytes().first().is_none_or(|first| *first == separator);
        whole.then_some(Self { text, starts_at: self.starts_at + key.len() })
    }

    /// What stands behind the separator that this starts with, if it is not empty.
    fn behind(self) -> Option<Self> {
        Some(Self { text: self.text.get(1..)?, starts_at: self.starts_at + 1 })
    }

    fn error(self, kind: ScopeErrorKind) -> ScopeError {
        ScopeError::new(kind, self.starts_at)
    }

    fn malformed(self, Malformed { fault, at }: Malformed) -> ScopeError {
        let kind = match fault {
            percent::Fault::Escape => ScopeErrorKind::Escape,
            percent::Fault::NotUtf8 => ScopeErrorKind::NotUtf8,
        };
        ScopeError::new(kind, self.starts_at + at)
    }

    fn decode(self) -> Result<String, ScopeError> {
        percent::decode(self.text).map(Into::into).map_err(|malformed| self.malformed(malformed))
    }
}

fn scope(word: Span<'_>) -> Result<ReadScope, ScopeError> {
    if word.text.is_empty() {
        return Err(word.error(ScopeErrorKind::Empty));
    }
    if !word.text.starts_with("scope:") {
        return Err(word.error(ScopeErrorKind::NotAScope));
    }
    if let Some(rest) = word.after("scope:client:incoming", b'?') {
        let [name] = Query { word, rest }.values([&["clientName"]])?;
        Ok(ReadScope::Incoming { client_name: name.map(Span::decode).transpose()? })
    } else if let Some(rest) = word.after("scope:client:outgoing", b'?') {
        let query = Query { word, rest };
        let [app, name, params] = query.values([&["appSid"], &["clientName"], &["appParams"]])?;
        Ok(ReadScope::Outgoing {
            app_sid: query.required(app)?.decode()?,
            client_name: name.map(Span::decode).transpose()?,
            params: params.map_or(Ok(Vec::new()), parameters)?,
        })
    } else if let Some(rest) = word.after("scope:stream:subscribe", b'?') {
        let query = Query { word, rest };
        let [path, filters] = query.values([&["path"], &["params", "appParams"]])?;
        Ok(ReadScope::Events {
            path: query.required(path)?.decode()?,
            filters: filters.map_or(Ok(Vec::new()), parameters)?,
        })
    } else {
        Err(ScopeError::new(ScopeErrorKind::UnknownService, word.starts_at + "scope:".len()))
    }
}

/// A scope, and what it has from its `?` on.
#[derive(Clone, Copy)]
struct Query<'a> {
    word: Span<'a>,
    rest: Span<'a>,
}

impl<'a> Query<'a> {
    /// The value of each key, not decoded. A key may have several names, of which one may be used.
    fn values<const N: usize>(self, keys: [&[&str]; N]) -> Result<[Option<Span<'a>>; N], ScopeError> {
        let mut values = [None; N];
        for pair in self.rest.behind().into_iter().flat_map(|query| query.split(b'&')) {
            if pair.text.is_empty() {
                return Err(pair.error(ScopeErrorKind::EmptyParameter));
            }
            let rest = |names: &[&str]| names.iter().find_map(|name| pair.after(name, b'='));
            let found = values.iter_mut().zip(keys).find_map(|(slot, names)| Some((slot, rest(names)?)));
            let Some((slot, rest)) = found else { return Err(pair.error(ScopeErrorKind::UnknownKey)) };
            let Some(value) = rest.behind() else { return Err(pair.error(ScopeErrorKind::NoValue)) };
            if slot.is_some() {
                return Err(pair.error(ScopeErrorKind::RepeatedKey));
            }
            *slot = Some(value);
        }
        Ok(values)
    }

    fn required(self, value: Option<Span<'a>>) -> Result<Span<'a>, ScopeError> {
        value.ok_or_else(|| self.word.error(ScopeErrorKind::MissingKey))
    }
}

/// The list inside `appParams` or `params`: a form of its own, encoded once more as a whole.
///
/// A name may occur twice; a name alone has an empty value, as in every form.
fn parameters(encoded: Span<'_>) -> Result<Vec<(String, String)>, ScopeError> {
    if encoded.text.is_empty() {
        return Ok(Vec::new());
    }
    let form = percent::decode(encoded.text).map_err(|malformed| encoded.malformed(malformed))?;
    let in_claim = |error: ScopeError| {
        let at = percent::encoded_position(encoded.text, error.position());
        ScopeError::new(error.kind(), encoded.starts_at + at)
    };
    let pairs = Span { text: &form, starts_at: 0 }.split(b'&');
    pairs.map(|pair| parameter(pair).map_err(in_claim)).collect()
}

fn parameter(pair: Span<'_>) -> Result<(String, String), ScopeError> {
    if pair.text.is_empty() {
        return Err(pair.error(ScopeErrorKind::EmptyParameter));
    }
    let (name, value) = pair.cut(b'=');
    let value = value.map_or(Ok(String::new()), Span::decode);
    Ok((name.decode()?, value?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outgoing(app_sid: &str, client_name: Option<&str>, params: &[(&str, &str)]) -> ReadScope {
        let params = params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        ReadScope::Outgoing { app_sid: app_sid.to_owned(), client_name: client_name.map(Into::into), params }
    }

    fn incoming(client_name: Option<&str>) -> ReadScope {
        ReadScope::Incoming { client_name: client_name.map(Into::into) }
    }

    fn events(filters: &[(&str, &str)]) -> ReadScope {
        let filters = filters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        ReadScope::Events { path: ReadScopes::EVENTS_PATH.to_owned(), filters }
    }

    #[track_caller]
    fn reads(claim: &str, scopes: &[ReadScope]) {
        assert_eq!(parse(claim).unwrap().as_slice(), scopes, "{claim}");
    }

    #[track_caller]
    fn refuses(claim: &str, kind: ScopeErrorKind, position: usize) {
        assert_eq!(parse(claim), Err(ScopeError::new(kind, position)), "{claim}");
    }

    #[test]
    fn the_spellings_of_all_libraries_are_read() {
        reads("", &[]);
        reads("scope:client:incoming?clientName=alice", &[incoming(Some("alice"))]);
        reads("scope:client:incoming?clientName=", &[incoming(Some(""))]);
        reads("scope:client:incoming", &[incoming(None)]);
        reads("scope:client:incoming?clientName=zoë+%2B%20%25", &[incoming(Some("zoë + %"))]);
        reads("scope:client:incoming?clientName=a=b?c", &[incoming(Some("a=b?c"))]);
        for claim in [
            "scope:client:outgoing?appSid=AP&clientName=a&appParams=k%3Dv%2526w%26e%3D",
            "scope:client:outgoing?clientName=a&appParams=k%3dv%2526w%26e&appSid=AP",
            "scope:client:outgoing?appParams=k=v%2526w%26e%3D&clientName=%61&appSid=%41P",
        ] {
            reads(claim, &[outgoing("AP", Some("a"), &[("k", "v&w"), ("e", "")])]);
        }
        reads("scope:client:outgoing?appSid=AP&appParams=", &[outgoing("AP", None, &[])]);
        for claim in [
            "scope:client:outgoing?appSid=AP&appParams=k%3Da%2Bb%26k%3Dc%253Dd%252B",
            "scope:client:outgoing?appSid=AP&appParams=k%3Da+b%26k%3Dc%3Dd%252B",
        ] {
            reads(claim, &[outgoing("AP", None, &[("k", "a b"), ("k", "c=d+")])]);
        }
        for claim in [
            "scope:stream:subscribe?path=%2F2010-04-01%2FEvents&params=k%3Dv",
            "scope:stream:subscribe?path=/2010-04-01/Events&appParams=k%3Dv",
            "scope:stream:subscribe?params=k%3Dv&path=%2f2010-04-01%2fEvents",
        ] {
            reads(claim, &[events(&[("k", "v")])]);
        }
        reads("scope:stream:subscribe?path=/2010-04-01/Events&params=", &[events(&[])]);
        reads(
            "scope:client:incoming?clientName=a scope:client:incoming?clientName=b",
            &[incoming(Some("a")), incoming(Some("b"))],
        );
    }

    #[test]
    fn what_is_none_of_them_is_refused_where_it_starts() {
        use ScopeErrorKind as Kind;
        refuses(" ", Kind::Empty, 0);
        refuses("scope:client:incoming ", Kind::Empty, 22);
        refuses("scope:client:incoming  scope:client:incoming", Kind::Empty, 22);
        refuses("scope:client:incoming?clientName=alice smith", Kind::NotAScope, 39);
        refuses("Scope:client:incoming", Kind::NotAScope, 0);
        refuses("scope:client:incoming scope:client:listen", Kind::UnknownService, 28);
        refuses("scope:client", Kind::UnknownService, 6);
        refuses("scope:client:incoming:x", Kind::UnknownService, 6);
        refuses("scope:stream:incoming?clientName=a", Kind::UnknownService, 6);
        refuses("scope:client:incoming?clientName=a&appSid=b", Kind::UnknownKey, 35);
        refuses("scope:client:incoming?clientname=a", Kind::UnknownKey, 22);
        refuses("scope:client:incoming?client%4Eame=a", Kind::UnknownKey, 22);
        refuses("scope:client:outgoing?appSid=AP&params=a", Kind::UnknownKey, 32);
        refuses("scope:client:incoming?clientName=a&clientName=a", Kind::RepeatedKey, 35);
        refuses("scope:client:outgoing?appSid=AP&appSid=", Kind::RepeatedKey, 32);
        refuses("scope:stream:subscribe?path=p&params=a&appParams=a", Kind::RepeatedKey, 39);
        refuses("scope:client:incoming?clientName", Kind::NoValue, 22);
        refuses("scope:client:incoming?", Kind::EmptyParameter, 22);
        refuses("scope:client:incoming?clientName=a&", Kind::EmptyParameter, 35);
        refuses("scope:client:outgoing?clientName=a", Kind::MissingKey, 0);
        refuses("scope:client:incoming scope:stream:subscribe", Kind::MissingKey, 22);
        refuses("scope:client:incoming?clientName=a\tb", Kind::Control, 34);
        refuses("scope:client:incoming?clientName=a\t\tb", Kind::Control, 34);
        refuses("scope:client:incoming?clientName=%C3x", Kind::NotUtf8, 33);
    }

    #[test]
    fn a_mistake_is_a_sentence_with_its_place() {
        for (claim, says) in [
            (" ", "byte 0 of the scope: a scope is missing, scopes are separated by one space"),
            ("a", "byte 0 of the scope: this word is no scope, scopes start with `scope:`"),
            (
                "scope:a",
                "byte 6 of the scope: this is none of `client:incoming`, `client:outgoing` and `stream:subscribe`",
            ),
            ("scope:client:incoming?a=b", "byte 22 of the scope: this service has no such key"),
            (
                "scope:client:incoming?clientName=a&clientName=a",
                "byte 35 of the scope: this key stands there twice",
            ),
            ("scope:client:incoming?clientName", "byte 22 of the scope: this key has no value"),
            (
                "scope:client:outgoing",
                "byte 0 of the scope: this scope lacks what it is for, its `appSid` or `path`",
            ),
            (
                "scope:client:incoming?",
                "byte 22 of the scope: a parameter is missing, parameters are separated by one `&`",
            ),
            (
                "scope:client:incoming?clientName=%",
                "byte 33 of the scope: `%` without two hexadecimal digits behind it",
            ),
            ("scope:client:incoming?clientName=%FF", "byte 33 of the scope: these escapes are not UTF-8"),
            ("\n", "byte 0 of the scope: a control character that is not encoded"),
        ] {
            assert_eq!(parse(claim).unwrap_err().to_string(), says);
        }
    }

    #[test]
    fn a_mistake_inside_the_parameters_is_found_in_the_claim() {
        use ScopeErrorKind as Kind;
        let before = "scope:client:outgoing?appSid=AP&appParams=";
        for (params, kind, at) in [
            ("k%3D100%25", Kind::Escape, 7),
            ("k%3D%2520%25zz", Kind::Escape, 9),
            ("k%3D1%2", Kind::Escape, 5),
            ("k%3D1%26%26l%3D2", Kind::EmptyParameter, 8),
            ("%26k%3D1", Kind::EmptyParameter, 0),
            ("k%3D1%26", Kind::EmptyParameter, 8),
            ("k%3D%25C3", Kind::NotUtf8, 4),
            ("k%FF", Kind::NotUtf8, 1),
            ("a%3D1%26%25%3D1", Kind::Escape, 8),
        ] {
            refuses(&format!("{before}{params}"), kind, before.len() + at);
        }
    }
}
