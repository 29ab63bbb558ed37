//! Reads, describes, inspects and converts scopes, by the functions in the file of each scope.

use std::fmt;
use std::str::FromStr;

use super::findings::{SCOPE_EMPTY, SCOPE_TWICE};
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::query::{Query, Span};
use super::read_scopes::{ReadScope, ReadScopes};
use super::scope_error::{ScopeError, ScopeErrorKind};
use super::scopes::{Scope, Scopes, ScopesError};
use super::{events, incoming, outgoing};
use crate::inspect::{Findings, Quoted};
use crate::jwt::Members;

impl FromStr for ReadScopes {
    type Err = ScopeError;

    /// Reads a `scope` claim written by any of Twilio's libraries.
    ///
    /// `+` and `%20` both mean a space. Keys can be in any order. The filters of events can be called `params` or
    /// `appParams`. An empty list of parameters means no parameters, and an empty string means no scopes.
    fn from_str(claim: &str) -> Result<Self, ScopeError> {
        // Looks at every byte, because the compiler vectorizes that. It takes less time than stopping at the first.
        if claim.bytes().fold(false, |found, byte| found | byte.is_ascii_control()) {
            let at = claim.bytes().position(|byte| byte.is_ascii_control()).unwrap_or_default();
            return Err(ScopeError::new(ScopeErrorKind::Control, at));
        }
        // Twilio's libraries write an empty string when nothing is allowed.
        if claim.is_empty() {
            return Ok(Self::default());
        }
        // They are counted, because a list that grows step by step takes several times the memory.
        let spaces = memchr::memchr_iter(b' ', claim.as_bytes()).count();
        let mut scopes = Vec::with_capacity(1 + spaces.min(claim.len() / incoming::SCOPE.len()));
        for word in (Span { text: claim, starts_at: 0 }).split(b' ') {
            scopes.push(read(word)?);
        }
        Ok(Self(scopes))
    }
}

fn read(word: Span<'_>) -> Result<ReadScope, ScopeError> {
    if word.text.is_empty() {
        return Err(word.error(ScopeErrorKind::Empty));
    }
    if !word.text.starts_with("scope:") {
        return Err(word.error(ScopeErrorKind::NotAScope));
    }
    let query = |scope| word.after(scope, b'?').map(|rest| Query { word, rest });
    if let Some(query) = query(incoming::SCOPE) {
        incoming::read(query)
    } else if let Some(query) = query(outgoing::SCOPE) {
        outgoing::read(query)
    } else if let Some(query) = query(events::SCOPE) {
        events::read(query)
    } else {
        Err(ScopeError::new(ScopeErrorKind::UnknownService, word.starts_at + "scope:".len()))
    }
}

/// Describes the scope in English. Strings of the token are in quotes, with control characters escaped.
impl fmt::Display for ReadScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incoming { client_name } => incoming::explain(f, client_name.as_deref()),
            Self::Outgoing { app_sid, client_name, params } => {
                let params = params.iter().map(|(name, value)| (name, value));
                outgoing::explain(f, Quoted(app_sid), client_name.as_deref(), params)
            }
            Self::Events { path, filters } => {
                events::explain(f, path, filters.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

impl fmt::Display for ReadScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, scope) in self.iter().enumerate() {
            write!(f, "{}{scope}", if n == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

/// Finds what is wrong or unusual in the scopes of a token with these claims, which were read from `claim`.
pub(super) fn find(findings: &mut Findings, claims: &Members<'_>, claim: &str, scopes: &ReadScopes) {
    let path = SCOPE_CLAIM.path();
    if scopes.is_empty() {
        let emptiness = if claim.is_empty() { "is empty" } else { "has nothing that is known" };
        findings.add(&SCOPE_EMPTY, path, format!("the scope {emptiness}: the token allows nothing"));
    }
    for (one, many) in [
        (scopes.iter().filter(|scope| matches!(scope, ReadScope::Incoming { .. })).count(), "incoming"),
        (scopes.iter().filter(|scope| matches!(scope, ReadScope::Outgoing { .. })).count(), "outgoing"),
        (scopes.iter().filter(|scope| matches!(scope, ReadScope::Events { .. })).count(), "event-stream"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 1)
    {
        let sentence = format!(
            "there are {one} {many} scopes: were they all meant, or was a name with a space not encoded?"
        );
        findings.add(&SCOPE_TWICE, path, sentence);
    }
    for scope in scopes {
        match scope {
            ReadScope::Incoming { client_name } => incoming::find(findings, client_name.as_deref()),
            ReadScope::Outgoing { app_sid, client_name, params } => {
                outgoing::find(findings, claims, app_sid, client_name.as_deref(), params);
            }
            ReadScope::Events { path, filters } => events::find(findings, path, filters),
        }
    }
}

impl TryFrom<&ReadScopes> for Scopes {
    type Error = NotOursError;

    /// Converts scopes that were read into scopes for a builder.
    ///
    /// Scopes that this library does not mint, or does not mint with the same meaning, are an error.
    fn try_from(read: &ReadScopes) -> Result<Self, NotOursError> {
        let list = read.iter().map(strict).collect::<Result<Vec<_>, _>>()?;
        let scopes =
            Self::from_list(list).map_err(NotOursError::because::<ScopesError>(NotOursErrorKind::List))?;
        let nameless = scopes.outgoing().is_some_and(|outgoing| outgoing.client().is_none());
        if nameless && scopes.incoming().is_some() {
            return Err(NotOursError::new(NotOursErrorKind::Nameless));
        }
        Ok(scopes)
    }
}

fn strict(read: &ReadScope) -> Result<Scope, NotOursError> {
    match read {
        ReadScope::Incoming { client_name } => incoming::strict(client_name.as_deref()).map(Scope::Incoming),
        ReadScope::Outgoing { app_sid, client_name, params } => {
            outgoing::strict(app_sid, client_name.as_deref(), params).map(Scope::Outgoing)
        }
        ReadScope::Events { path, filters } => events::strict(path, filters).map(Scope::Events),
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;
    use crate::tests::chain;

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
        assert_eq!(claim.parse::<ReadScopes>().unwrap().as_slice(), scopes, "{claim}");
    }

    #[track_caller]
    fn refuses(claim: &str, kind: ScopeErrorKind, position: usize) {
        assert_eq!(claim.parse::<ReadScopes>(), Err(ScopeError::new(kind, position)), "{claim}");
    }

    #[test]
    fn the_reader_accepts_the_forms_of_all_libraries() {
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
    fn an_error_has_the_position_of_the_mistake() {
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
    fn an_error_message_names_the_position_and_the_mistake() {
        for (claim, says) in [
            (" ", "byte 0 of the scope: a scope is missing here, scopes are separated by one space"),
            ("a", "byte 0 of the scope: this is not a scope, a scope starts with `scope:`"),
            (
                "scope:a",
                "byte 6 of the scope: this is not `client:incoming`, `client:outgoing` or `stream:subscribe`",
            ),
            ("scope:client:incoming?a=b", "byte 22 of the scope: this scope has no such key"),
            (
                "scope:client:incoming?clientName=a&clientName=a",
                "byte 35 of the scope: this key occurs twice",
            ),
            ("scope:client:incoming?clientName", "byte 22 of the scope: this key has no value"),
            (
                "scope:client:outgoing",
                "byte 0 of the scope: this scope has no `appSid` or `path`, which it needs",
            ),
            (
                "scope:client:incoming?",
                "byte 22 of the scope: a parameter is missing here, parameters are separated by one `&`",
            ),
            (
                "scope:client:incoming?clientName=%",
                "byte 33 of the scope: `%` is not followed by two hexadecimal digits",
            ),
            (
                "scope:client:incoming?clientName=%FF",
                "byte 33 of the scope: these escapes do not decode to UTF-8",
            ),
            ("\n", "byte 0 of the scope: this control character is not encoded"),
        ] {
            assert_eq!(claim.parse::<ReadScopes>().unwrap_err().to_string(), says);
        }
    }

    #[test]
    fn a_mistake_inside_the_parameters_has_its_position_in_the_claim() {
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

    fn convert(claim: &str) -> Result<Scopes, NotOursErrorKind> {
        Scopes::try_from(&claim.parse::<ReadScopes>().unwrap()).map_err(|error| {
            assert!(!error.to_string().is_empty());
            error.kind()
        })
    }

    #[test]
    fn scopes_that_would_change_their_meaning_are_refused() {
        use NotOursErrorKind as Kind;
        let app = "scope:client:outgoing?appSid=AP00000000000000000000000000000000";
        assert_eq!(convert(""), Err(Kind::List));
        assert_eq!(convert(&format!("{app} {app}")), Err(Kind::List));
        assert_eq!(convert("scope:client:outgoing?appSid=AP"), Err(Kind::Application));
        assert_eq!(convert("scope:client:incoming"), Err(Kind::ClientName));
        assert_eq!(convert("scope:client:incoming?clientName=a+b"), Err(Kind::ClientName));
        assert_eq!(convert(&format!("{app} scope:client:incoming?clientName=a")), Err(Kind::Nameless));
        assert_eq!(convert(&format!("{app}&appParams=From%3D1")), Err(Kind::ParamName));
        assert_eq!(convert(&format!("{app}&appParams=a%3D1%26a%3D1")), Err(Kind::RepeatedParam));
        assert_eq!(convert("scope:stream:subscribe?path=/Events"), Err(Kind::Path));
        let events = "scope:stream:subscribe?path=/2010-04-01/Events&params=";
        assert_eq!(convert(&format!("{events}%3D1")), Err(Kind::ParamName));
        assert_eq!(convert(&format!("{events}a%26a")), Err(Kind::RepeatedParam));
        assert_eq!(convert(&format!("{events}From%3D1")).unwrap().events().unwrap().filters().count(), 1);
    }

    #[test]
    fn a_conversion_keeps_the_scopes() {
        let claim = "scope:client:outgoing?appSid=AP00000000000000000000000000000000&clientName=b%40c&\
                     appParams=k%3Da%2526b scope:client:incoming?clientName=a";
        let scopes = convert(claim).unwrap();
        assert_eq!(scopes.incoming().unwrap().as_str(), "a");
        let outgoing = scopes.outgoing().unwrap();
        assert_eq!(outgoing.client().unwrap().as_str(), "b@c");
        assert_eq!(outgoing.iter_params().collect::<Vec<_>>(), [("k".to_owned(), "a&b".to_owned())]);
        let error = Scopes::try_from(&"scope:client:incoming?clientName=a+b".parse().unwrap()).unwrap_err();
        assert_eq!(chain(&error), "a client name is not valid: character 2 of this client name is a space");
        assert!(error.source().is_some());
    }
}
