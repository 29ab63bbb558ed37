use std::error::Error;
use std::fmt;

use serde_json::Value;

use twilio_capability_rules::string::StringError;

use super::builder::AccessToken;
use super::grant_state::{Grants, WithVoice};
use super::grants::built::VoiceGrant;
use super::outgoing_params::OutgoingParams;
use crate::client_capability::{ClientCapability, Outgoing, Scopes};
use crate::keys::NoCredentials;
use crate::values::{ClientName, VoiceIdentity};

impl<C> ClientCapability<C, Scopes> {
    /// Converts this capability to an access token that allows the same calls.
    ///
    /// It follows Twilio's mapping: the client name becomes the identity, the incoming scope becomes `voice.incoming`,
    /// and the application and its parameters become `voice.outgoing`. The lifetime is kept. The credentials are not
    /// kept, because an auth token cannot sign access tokens.
    ///
    /// The values of parameters stay strings.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{ApiKeyCredentials, ApplicationSid, ClientCapability, ClientName, Outgoing};
    ///
    /// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
    /// const JOHN: ClientName = ClientName::from_static("john");
    ///
    /// let api_key = ApiKeyCredentials::new(
    ///     "AC00000000000000000000000000000000".parse()?,
    ///     "SK00000000000000000000000000000000".parse()?,
    ///     "not_a_real_api_secret".parse()?,
    /// );
    /// let capability = ClientCapability::new().incoming(JOHN).outgoing(Outgoing::to(APPLICATION));
    /// let token = capability.to_access_token()?.credentials(&api_key).sign();
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The capability has something that an access token cannot have: the event stream, two client names, or a name
    /// that Voice does not accept. Or it has no client name, and an access token for Voice needs an identity.
    pub fn to_access_token(
        &self,
    ) -> Result<AccessToken<NoCredentials, VoiceIdentity, Grants<WithVoice>>, MigrationError> {
        let scopes = self.allowed();
        if scopes.events().is_some() {
            return Err(MigrationError::EventStream);
        }
        let identity = identity(scopes.incoming(), scopes.outgoing().and_then(Outgoing::client))?;
        let mut voice = VoiceGrant::new();
        if scopes.incoming().is_some() {
            voice = voice.incoming();
        }
        if let Some(outgoing) = scopes.outgoing() {
            let params = outgoing
                .iter_params()
                .fold(OutgoingParams::new(), |params, (name, value)| params.with(name, Value::from(value)));
            voice = voice.outgoing_with(outgoing.application(), params);
        }
        let mut token = AccessToken::new().voice_identity(identity).voice(voice);
        token.times = self.times;
        Ok(token)
    }
}

fn identity(
    incoming: Option<&ClientName>,
    outgoing: Option<&ClientName>,
) -> Result<VoiceIdentity, MigrationError> {
    let name = match (incoming, outgoing) {
        (Some(incoming), Some(outgoing)) if incoming != outgoing => {
            let (incoming, outgoing) = (incoming.clone(), outgoing.clone());
            return Err(MigrationError::TwoNames { incoming, outgoing });
        }
        (Some(name), _) | (None, Some(name)) => name.clone(),
        (None, None) => return Err(MigrationError::NoName),
    };
    VoiceIdentity::try_from(name.clone()).map_err(|error| MigrationError::Name { name, error })
}

/// Error for a capability that cannot be converted to an access token.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ClientCapability, EventStream, MigrationError};
///
/// let capability = ClientCapability::new().incoming("john".parse()?).events(EventStream::new());
/// let error = capability.to_access_token().unwrap_err();
/// assert_eq!(error, MigrationError::EventStream);
/// # Ok::<(), twilio_capability::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum MigrationError {
    /// It allows reading the event stream, which an access token cannot allow.
    EventStream,
    /// It receives calls under one name and makes calls under another. An access token has one identity.
    #[non_exhaustive]
    TwoNames {
        /// The name that receives calls.
        incoming: ClientName,
        /// The name that calls come from.
        outgoing: ClientName,
    },
    /// It has no client name, which would become the identity.
    NoName,
    /// Its client name is not a valid identity for Voice.
    #[non_exhaustive]
    Name {
        /// The name.
        name: ClientName,
        /// What is wrong with it.
        error: StringError,
    },
    /// A TaskRouter capability has rights or policies that an access token with the role `worker` does not have.
    TooManyRights,
    /// A TaskRouter capability lacks rights that an access token with the role `worker` has.
    TooFewRights,
}

impl fmt::Display for MigrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventStream => f.write_str(
                "an access token cannot allow reading the event stream: leave it out, or use a separate capability \
                 token for it",
            ),
            Self::TwoNames { incoming, outgoing } => write!(
                f,
                "an access token has one identity, but this capability receives calls as {:?} and makes calls as {:?}: \
                 choose one",
                incoming.as_str(),
                outgoing.as_str(),
            ),
            Self::NoName => f.write_str(
                "an access token for Voice has an identity, but this capability has no client name: add one with \
                 `.incoming(name)` or `Outgoing::as_client`",
            ),
            Self::TooManyRights => f.write_str(
                "an access token with the role `worker` has only the rights of a worker: leave out the other rights and the \
                 policies of this capability",
            ),
            Self::TooFewRights => f.write_str(
                "an access token with the role `worker` has all rights of a worker: add `.allow_activity_updates()` and \
                 `.allow_reservation_updates()` to this capability, if the worker may have them",
            ),
            Self::Name { name, .. } => {
                write!(f, "the client name {:?} is not a valid identity for Voice", name.as_str())
            }
        }
    }
}

impl Error for MigrationError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Name { error, .. } => Some(error),
            Self::EventStream
            | Self::TwoNames { .. }
            | Self::NoName
            | Self::TooManyRights
            | Self::TooFewRights => None,
        }
    }
}
