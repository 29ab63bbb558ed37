use std::error::Error;
use std::fmt;

use serde_json::Value;

use twilio_capability_rules::string::StringError;

use super::builder::AccessToken;
use super::grant_state::{Grants, WithVoice};
use super::grants::voice::VoiceGrant;
use super::outgoing_params::OutgoingParams;
use crate::client_capability::{ClientCapability, Outgoing, Scopes};
use crate::keys::NoCredentials;
use crate::values::{ClientName, VoiceIdentity};

impl<C> ClientCapability<C, Scopes> {
    /// The access token with the same rights, by Twilio's own mapping: the client name becomes the identity, the right
    /// to take calls `voice.incoming`, the application and its parameters `voice.outgoing`. The lifetime stays. The
    /// credentials do not: an auth token signs no access token.
    ///
    /// Parameters arrive as the texts that they are in a capability.
    ///
    /// ```
    /// use twilio_capability_core::{ApiKeyCredentials, ApplicationSid, ClientCapability, ClientName, Outgoing};
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
    /// The capability has what no access token has: the event stream, two names, or a name that Voice does not take. Or
    /// it has no name at all, which an access token for Voice needs.
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
        Ok(AccessToken::new().voice_identity(identity).voice(voice).with_times(self.times()))
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

/// Why there is no access token with the rights of a capability.
///
/// ```
/// use twilio_capability_core::{ClientCapability, EventStream, MigrationError};
///
/// let capability = ClientCapability::new().incoming("john".parse()?).events(EventStream::new());
/// let error = capability.to_access_token().unwrap_err();
/// assert_eq!(error, MigrationError::EventStream);
/// # Ok::<(), twilio_capability_core::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum MigrationError {
    /// It allows to read the event stream, which no access token does.
    EventStream,
    /// It takes calls under one name and makes them under another; an access token has one identity.
    #[non_exhaustive]
    TwoNames {
        /// The name that calls are taken to.
        incoming: ClientName,
        /// The name that calls come from.
        outgoing: ClientName,
    },
    /// It has no name for the identity.
    NoName,
    /// Its name is a lenient one that Voice does not take as an identity.
    #[non_exhaustive]
    Name {
        /// The name.
        name: ClientName,
        /// What is wrong with it.
        error: StringError,
    },
}

impl fmt::Display for MigrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventStream => f.write_str(
                "an access token does not allow to read the event stream: leave that out, or give it a capability \
                 token of its own",
            ),
            Self::TwoNames { incoming, outgoing } => write!(
                f,
                "an access token has one identity, this capability takes calls as {:?} and makes them as {:?}: \
                 choose one",
                incoming.as_str(),
                outgoing.as_str(),
            ),
            Self::NoName => f.write_str(
                "an access token for Voice has an identity, this capability has no client name: give it one with \
                 `.incoming(name)` or `Outgoing::as_client`",
            ),
            Self::Name { name, .. } => {
                write!(f, "the client name {:?} is no identity for Voice", name.as_str())
            }
        }
    }
}

impl Error for MigrationError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Name { error, .. } => Some(error),
            Self::EventStream | Self::TwoNames { .. } | Self::NoName => None,
        }
    }
}
