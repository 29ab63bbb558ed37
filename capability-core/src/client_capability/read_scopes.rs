/// The scopes of a token that was read, in the order of the token.
///
/// The builder's type, [`Scopes`](crate::Scopes), refuses likely mistakes: names that Twilio refuses, two scopes of the
/// same kind, parameters that replace Twilio's own. A token from another library can contain all of these. Because
/// reading must not lose anything, names and SIDs are plain strings here, a name can be missing, and repeated scopes
/// and parameters are kept. `Scopes::try_from(&read)` converts them if the token follows the rules of `Scopes`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::Scopes;
/// use twilio_capability::read::{ReadScope, ReadScopes};
///
/// let read: ReadScopes = "scope:client:incoming?clientName=john".parse()?;
/// assert!(matches!(&read.as_slice()[0], ReadScope::Incoming { client_name: Some(name), .. } if name == "john"));
/// assert_eq!(read.to_string(), "can receive calls to \"john\"");
/// assert_eq!(Scopes::try_from(&read)?.incoming().unwrap().as_str(), "john");
///
/// // One of Twilio's libraries mints this without an error. This library refuses it.
/// let read: ReadScopes = "scope:client:incoming?clientName=john+smith".parse()?;
/// assert!(Scopes::try_from(&read).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadScopes(pub(super) Vec<ReadScope>);

/// One scope of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadScope, ReadScopes};
///
/// let read: ReadScopes = "scope:client:outgoing?appSid=AP00000000000000000000000000000000".parse()?;
/// for scope in &read {
///     let ReadScope::Outgoing { app_sid, client_name, .. } = scope else { panic!("not outgoing") };
///     assert_eq!((app_sid.as_str(), client_name), ("AP00000000000000000000000000000000", &None));
/// }
/// assert_eq!(read.iter().count(), 1);
/// # Ok::<(), twilio_capability::read::ScopeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ReadScope {
    /// Receive calls.
    #[non_exhaustive]
    Incoming {
        /// The name that receives the calls.
        client_name: Option<String>,
    },
    /// Make calls to an application.
    #[non_exhaustive]
    Outgoing {
        /// The application SID. It can be any string.
        app_sid: String,
        /// The name that the calls come from.
        client_name: Option<String>,
        /// Names and values for the application's webhook, in order. A name can occur twice.
        params: Vec<(String, String)>,
    },
    /// Subscribe to events.
    #[non_exhaustive]
    Events {
        /// The resource that the events belong to. `/2010-04-01/Events` is the only known one.
        path: String,
        /// Names and values that the events must have, in order. A name can occur twice.
        filters: Vec<(String, String)>,
    },
}

impl ReadScope {
    /// The client name, if it has one.
    pub(super) fn client_name(&self) -> Option<&str> {
        match self {
            Self::Incoming { client_name } | Self::Outgoing { client_name, .. } => client_name.as_deref(),
            Self::Events { .. } => None,
        }
    }
}

impl ReadScopes {
    /// The path of the account's event stream.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{ReadScope, ReadScopes};
    ///
    /// let read: ReadScopes = "scope:stream:subscribe?path=%2F2010-04-01%2FEvents".parse()?;
    /// let path = ReadScopes::EVENTS_PATH;
    /// assert!(matches!(&read.as_slice()[0], ReadScope::Events { path: found, .. } if found == path));
    /// # Ok::<(), twilio_capability::read::ScopeError>(())
    /// ```
    pub const EVENTS_PATH: &str = "/2010-04-01/Events";

    /// The scopes, in the order of the token. The slice is empty if the token allows nothing.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadScopes;
    ///
    /// let read: ReadScopes = "scope:client:incoming?clientName=b scope:client:incoming?clientName=a".parse()?;
    /// assert_eq!(read.as_slice().len(), 2);
    /// assert_eq!(read.as_slice()[1].to_string(), "can receive calls to \"a\"");
    /// # Ok::<(), twilio_capability::read::ScopeError>(())
    /// ```
    #[must_use]
    pub fn as_slice(&self) -> &[ReadScope] {
        &self.0
    }

    /// Iterates over the scopes, in the order of the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadScopes;
    ///
    /// let read: ReadScopes = "scope:client:incoming?clientName=b scope:client:incoming?clientName=a".parse()?;
    /// let words: Vec<_> = read.iter().map(|scope| scope.to_string()).collect();
    /// assert_eq!(words, ["can receive calls to \"b\"", "can receive calls to \"a\""]);
    /// # Ok::<(), twilio_capability::read::ScopeError>(())
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, ReadScope> {
        self.0.iter()
    }

    /// Whether the token allows nothing.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::ReadScopes;
    ///
    /// assert!("".parse::<ReadScopes>()?.is_empty());
    /// assert!(!"scope:client:incoming?clientName=john".parse::<ReadScopes>()?.is_empty());
    /// # Ok::<(), twilio_capability::read::ScopeError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a ReadScopes {
    type Item = &'a ReadScope;
    type IntoIter = std::slice::Iter<'a, ReadScope>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
