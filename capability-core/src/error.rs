//! The one error of the library, above all the specific ones.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;

use twilio_capability_rules::lifetime::LifetimeError;
use twilio_capability_rules::policy_url::PolicyUrlError;
use twilio_capability_rules::region::RegionError;
use twilio_capability_rules::sid::SidError;
use twilio_capability_rules::string::StringError;
use twilio_capability_rules::time::TimeError;

use crate::access::{GrantsError, MigrationError, PlaybackGrantError};
use crate::call_params::CallParamsError;
use crate::client_capability::{NotOursError, ScopeError, ScopesError};
use crate::inspect::OneLine;
use crate::jwt::VerifyError;
use crate::keys::EnvError;
#[cfg(feature = "jsonwebtoken")]
use crate::keys::ProviderError;
use crate::values::{JsonError, ParamsError};
#[cfg(feature = "webhook")]
use crate::webhook::{ParamsKeyError, PublicUrlError, SignedParamsError, VoiceCallError, WebhookError};

/// Any error of the library, for functions that return one error type.
///
/// `?` makes it of each specific error. `Display` is the sentence of that error, and [`source`](StdError::source) its source.
/// `{:#}`, and `Debug` as `main` prints it, add what caused the error and the help. Characters of a cause that a terminal obeys or
/// that cannot be seen are escaped.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ClientCapability, ClientName, Error, Ttl};
///
/// fn capability(name: &str, minutes: u64) -> Result<(ClientName, Ttl), Error> {
///     Ok((name.parse()?, Ttl::from_mins(minutes)?))
/// }
///
/// let error = capability("john", 0).unwrap_err();
/// assert_eq!(error.to_string(), "a token that lives 0 s is never valid");
/// assert_eq!(error.help(), Some("a lifetime is from 1 s to 24 hours (86400 s)"));
/// assert_eq!(
///     format!("{error:?}"),
///     "a token that lives 0 s is never valid\nhelp: a lifetime is from 1 s to 24 hours (86400 s)"
/// );
/// ```
pub struct Error {
    kind: ErrorKind,
    help: Option<String>,
    specific: Box<dyn StdError + Send + Sync>,
}

impl Error {
    /// What the error is about.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, Error, ErrorKind};
    ///
    /// fn account() -> Result<AccountCredentials, Error> {
    ///     Ok(AccountCredentials::from_vars(|_| None)?)
    /// }
    ///
    /// assert_eq!(account().unwrap_err().kind(), ErrorKind::Environment);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What to do about it, where the sentence alone does not say so.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Error, Region};
    ///
    /// let error = Error::from("sydney".parse::<Region>().unwrap_err());
    /// assert_eq!(error.help(), Some("did you mean `au1`?"));
    /// ```
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// The specific error, to be downcast.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Error, Region, RegionError};
    ///
    /// let error = Error::from("".parse::<Region>().unwrap_err());
    /// assert!(error.get_ref().downcast_ref::<RegionError>().is_some());
    /// ```
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        &*self.specific
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.specific)?;
        if f.alternate() {
            let mut source = self.specific.source();
            while let Some(error) = source {
                // An error of the user's type can show a value, which somebody else chose.
                write!(f, ": {}", OneLine(error))?;
                source = error.source();
            }
            if let Some(help) = &self.help {
                write!(f, "\nhelp: {help}")?;
            }
        }
        Ok(())
    }
}

/// For people, because `main` prints an error by its `Debug`. `{:#?}` shows the fields.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            f.debug_struct("Error")
                .field("kind", &self.kind)
                .field("help", &self.help)
                .field("specific", &self.specific)
                .finish()
        } else {
            write!(f, "{self:#}")
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.specific.source()
    }
}

impl From<Infallible> for Error {
    /// For generic code: a conversion that cannot fail has this error.
    fn from(error: Infallible) -> Self {
        match error {}
    }
}

/// The error inside, so that its kind says what is wrong.
#[cfg(feature = "webhook")]
impl From<VoiceCallError> for Error {
    fn from(error: VoiceCallError) -> Self {
        match error {
            VoiceCallError::Refused(error) => error.into(),
            VoiceCallError::Unreadable(error) => error.into(),
            VoiceCallError::Untrusted(error) => error.into(),
        }
    }
}

macro_rules! errors {
    ($($(#[cfg($($cfg:tt)+)])? $(#[doc = $doc:expr])* $kind:ident($error:ident, $help:expr),)+) => {
        /// What an [`Error`] is about: one kind for each specific error.
        ///
        // No variant has the name of a type: the compiler would then write that type with its whole path in its messages.
        /// ```
        /// # extern crate twilio_capability_core as twilio_capability;
        /// use twilio_capability::{ApplicationSid, Error, ErrorKind};
        ///
        /// let error = Error::from("AP00".parse::<ApplicationSid>().unwrap_err());
        /// assert_eq!(error.kind(), ErrorKind::InvalidSid);
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $(
                $(#[doc = $doc])*
                $kind,
            )+
        }

        $(
            $(#[cfg($($cfg)+)])?
            impl From<$error> for Error {
                fn from(error: $error) -> Self {
                    let help: fn(&$error) -> Option<String> = $help;
                    Self { kind: ErrorKind::$kind, help: help(&error), specific: Box::new(error) }
                }
            }
        )+
    };
}

errors! {
    /// A SID: a [`SidError`].
    InvalidSid(SidError, |error| Some(error.help().to_string())),
    /// A name, an identity or a secret: a [`StringError`].
    InvalidString(StringError, |error| Some(error.help().to_string())),
    /// A region: a [`RegionError`].
    InvalidRegion(RegionError, |error| Some(error.help().to_string())),
    /// What a policy is about: a [`PolicyUrlError`].
    InvalidPolicyUrl(PolicyUrlError, |error| Some(error.help().to_string())),
    /// How long a token lives: a [`LifetimeError`].
    InvalidLifetime(LifetimeError, |error| Some(error.help().to_string())),
    /// A point in time: a [`TimeError`].
    InvalidTime(TimeError, |error| Some(error.help().to_string())),
    /// Parameters whose names are known only at run time: a [`ParamsError`].
    InvalidParams(ParamsError, |error| Some(error.help().to_string())),
    /// JSON as a parameter: a [`JsonError`].
    InvalidJson(JsonError, |error| Some(error.help().to_owned())),
    /// The parameters that a webhook received: a [`CallParamsError`].
    UnreadableParams(CallParamsError, |error| Some(error.help().to_owned())),
    /// The environment: an [`EnvError`].
    Environment(EnvError, |error| Some(error.help().to_owned())),
    #[cfg(feature = "jsonwebtoken")]
    /// A crypto provider: a `ProviderError`.
    Provider(ProviderError, |_| None),
    /// A list of scopes: a [`ScopesError`].
    ScopeList(ScopesError, |_| None),
    /// A list of grants: a [`GrantsError`].
    GrantList(GrantsError, |_| None),
    /// A playback grant: a [`PlaybackGrantError`].
    InvalidPlaybackGrant(PlaybackGrantError, |_| None),
    /// A capability that has no access token with the same rights: a [`MigrationError`].
    NoAccessToken(MigrationError, |error| match error {
        MigrationError::Name { error, .. } => Some(error.help().to_string()),
        _ => None,
    }),
    /// A token that is not valid: a [`VerifyError`].
    InvalidToken(VerifyError, |error| error.help().map(str::to_owned)),
    /// The `scope` claim of a token that was read: a [`ScopeError`].
    UnreadableScope(ScopeError, |_| None),
    /// Scopes that were read and that this library would not mint: a [`NotOursError`].
    NotOurs(NotOursError, |_| None),
    #[cfg(feature = "webhook")]
    /// The public URL of a server: a `PublicUrlError`.
    InvalidPublicUrl(PublicUrlError, |error| Some(error.help().to_owned())),
    #[cfg(feature = "webhook")]
    /// A webhook that is refused: a `WebhookError`.
    RefusedWebhook(WebhookError, |error| Some(error.help().to_owned())),
    #[cfg(feature = "webhook")]
    /// Parameters of a call that are not the ones that were signed: a `SignedParamsError`.
    UntrustedParams(SignedParamsError, |error| Some(error.help().to_owned())),
    #[cfg(feature = "webhook")]
    /// A key for the parameters of calls: a `ParamsKeyError`.
    InvalidParamsKey(ParamsKeyError, |error| Some(error.help().to_owned())),
}

#[cfg(test)]
mod tests;
