use std::error::Error;
use std::fmt;

use super::{ReadScope, ReadScopes};
use crate::{ClientName, EventStream, FilterName, Outgoing, ParamName, Scope, Scopes, ScopesError};

/// Why scopes that were read are none that this library would mint.
///
/// ```
/// use twilio_capability_core::Scopes;
/// use twilio_capability_core::read::{NotOursErrorKind, ReadScopes};
///
/// let read: ReadScopes = "scope:client:incoming?clientName=a scope:client:incoming?clientName=b".parse()?;
/// let error = Scopes::try_from(&read).unwrap_err();
/// assert_eq!(error.kind(), NotOursErrorKind::List);
/// # Ok::<(), twilio_capability_core::read::ScopeError>(())
/// ```
#[derive(Debug)]
pub struct NotOursError {
    kind: NotOursErrorKind,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// Which rule the scopes break.
///
/// ```
/// use twilio_capability_core::Scopes;
/// use twilio_capability_core::read::{NotOursErrorKind, ReadScopes};
///
/// let read: ReadScopes = "scope:client:outgoing?appSid=AC00000000000000000000000000000000".parse()?;
/// assert_eq!(Scopes::try_from(&read).unwrap_err().kind(), NotOursErrorKind::Application);
/// # Ok::<(), twilio_capability_core::read::ScopeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum NotOursErrorKind {
    /// There is no scope, or there are two of a kind.
    List,
    /// The application's SID is none.
    Application,
    /// A client name is missing or breaks the lenient rule, see [`ClientName::lenient`].
    ClientName,
    /// Calls are made as nobody although they are taken as somebody; a token of this library would make them
    /// as that client.
    Nameless,
    /// A parameter's name breaks the rule, or would shadow one of Twilio's own.
    ParamName,
    /// A parameter's name occurs twice.
    RepeatedParam,
    /// The path is not that of the account's events.
    Path,
}

impl NotOursError {
    fn new(kind: NotOursErrorKind) -> Self {
        Self { kind, source: None }
    }

    fn because<E: Error + Send + Sync + 'static>(kind: NotOursErrorKind) -> impl FnOnce(E) -> Self {
        move |source| Self { kind, source: Some(Box::new(source)) }
    }

    /// Which rule.
    ///
    /// ```
    /// # use twilio_capability_core::Scopes;
    /// # use twilio_capability_core::read::{NotOursErrorKind, ReadScopes};
    /// let read: ReadScopes = "scope:client:incoming".parse()?;
    /// assert_eq!(Scopes::try_from(&read).unwrap_err().kind(), NotOursErrorKind::ClientName);
    /// # Ok::<(), twilio_capability_core::read::ScopeError>(())
    /// ```
    #[must_use]
    pub fn kind(&self) -> NotOursErrorKind {
        self.kind
    }
}

impl fmt::Display for NotOursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            NotOursErrorKind::List => "the scopes make no list of this library",
            NotOursErrorKind::Application => "the application SID is not valid",
            NotOursErrorKind::ClientName if self.source.is_none() => "a client name is missing",
            NotOursErrorKind::ClientName => "a client name is not valid",
            NotOursErrorKind::Nameless => {
                "the outgoing scope has no client name and would take that of the incoming one"
            }
            NotOursErrorKind::ParamName => "the name of a parameter is not valid",
            NotOursErrorKind::RepeatedParam => "the name of a parameter occurs twice",
            NotOursErrorKind::Path => "the path is not that of the account's events",
        })?;
        self.source.as_ref().map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl Error for NotOursError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

impl TryFrom<&ReadScopes> for Scopes {
    type Error = NotOursError;

    /// The same rights in the form that this library mints. What it would not mint, or not with the same
    /// meaning, is an error.
    fn try_from(read: &ReadScopes) -> Result<Self, NotOursError> {
        let list = read.iter().map(scope).collect::<Result<Vec<_>, _>>()?;
        let scopes =
            Self::from_list(list).map_err(NotOursError::because::<ScopesError>(NotOursErrorKind::List))?;
        let nameless = scopes.outgoing().is_some_and(|outgoing| outgoing.client().is_none());
        if nameless && scopes.incoming().is_some() {
            return Err(NotOursError::new(NotOursErrorKind::Nameless));
        }
        Ok(scopes)
    }
}

fn scope(read: &ReadScope) -> Result<Scope, NotOursError> {
    match read {
        ReadScope::Incoming { client_name: Some(name) } => client_name(name).map(Scope::Incoming),
        ReadScope::Incoming { client_name: None } => Err(NotOursError::new(NotOursErrorKind::ClientName)),
        ReadScope::Outgoing { app_sid, client_name: name, params } => {
            let sid = app_sid.as_str().try_into();
            let mut outgoing =
                Outgoing::to(sid.map_err(NotOursError::because(NotOursErrorKind::Application))?);
            if let Some(name) = name {
                outgoing = outgoing.as_client(client_name(name)?);
            }
            for (name, value) in unrepeated(params)? {
                let name = ParamName::try_from(name.as_str())
                    .map_err(NotOursError::because(NotOursErrorKind::ParamName))?;
                outgoing = outgoing.param(name, value);
            }
            Ok(Scope::Outgoing(outgoing))
        }
        ReadScope::Events { path, filters } => {
            if path != ReadScopes::EVENTS_PATH {
                return Err(NotOursError::new(NotOursErrorKind::Path));
            }
            let mut events = EventStream::new();
            for (name, value) in unrepeated(filters)? {
                let name = FilterName::try_from(name.as_str())
                    .map_err(NotOursError::because(NotOursErrorKind::ParamName))?;
                events = events.filter(name, value);
            }
            Ok(Scope::Events(events))
        }
    }
}

fn client_name(name: &str) -> Result<ClientName, NotOursError> {
    ClientName::lenient(name).map_err(NotOursError::because(NotOursErrorKind::ClientName))
}

/// The parameters, if no name occurs twice.
fn unrepeated(params: &[(String, String)]) -> Result<&[(String, String)], NotOursError> {
    if super::finding::repeated(params).is_some() {
        return Err(NotOursError::new(NotOursErrorKind::RepeatedParam));
    }
    Ok(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(claim: &str) -> Result<Scopes, NotOursErrorKind> {
        Scopes::try_from(&claim.parse::<ReadScopes>().unwrap()).map_err(|error| {
            assert!(!error.to_string().is_empty());
            error.kind()
        })
    }

    #[test]
    fn what_would_change_its_meaning_is_refused() {
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
    fn the_rights_are_the_same() {
        let claim = "scope:client:outgoing?appSid=AP00000000000000000000000000000000&clientName=b%40c&\
                     appParams=k%3Da%2526b scope:client:incoming?clientName=a";
        let scopes = convert(claim).unwrap();
        assert_eq!(scopes.incoming().unwrap().as_str(), "a");
        let outgoing = scopes.outgoing().unwrap();
        assert_eq!(outgoing.client().unwrap().as_str(), "b@c");
        assert_eq!(outgoing.params().collect::<Vec<_>>(), [("k".to_owned(), "a&b".to_owned())]);
        let error = Scopes::try_from(&"scope:client:incoming?clientName=a+b".parse().unwrap()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a client name is not valid: character 2 of this client name is a space"
        );
        assert!(error.source().is_some());
    }
}
