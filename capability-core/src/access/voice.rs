use super::OutgoingParams;
use super::grants::Grant;
use super::json::Object;
use crate::sealed::Sealed;
use crate::{ApplicationSid, CredentialSid, EndpointId};

/// Which calls the owner of a token may take and make.
///
/// Nothing by default. Parameters come with the application that they are for, never without one.
///
/// ```
/// use twilio_capability_core::{ApplicationSid, OutgoingParams, ParamName, VoiceGrant};
///
/// const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP00000000000000000000000000000000");
/// const USER_ID: ParamName = ParamName::from_static("user_id");
///
/// let both = VoiceGrant::new().incoming().outgoing(APPLICATION);
/// let with_user =
///     VoiceGrant::new().outgoing_with(APPLICATION, OutgoingParams::new().param(USER_ID, 7));
/// assert_eq!(both.application(), with_user.application());
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct VoiceGrant {
    incoming: bool,
    outgoing: Option<(ApplicationSid, OutgoingParams)>,
    push_credential: Option<CredentialSid>,
    endpoint_id: Option<EndpointId>,
}

impl VoiceGrant {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows to take calls to the token's identity.
    #[must_use]
    pub fn incoming(mut self) -> Self {
        self.incoming = true;
        self
    }

    /// Allows to make calls to an application. Replaces what [`outgoing_with`](Self::outgoing_with) set.
    #[must_use]
    pub fn outgoing(self, application: ApplicationSid) -> Self {
        self.outgoing_with(application, OutgoingParams::new())
    }

    /// Allows to make calls to an application, whose webhook gets `params` with each. Replaces what
    /// [`outgoing`](Self::outgoing) set.
    #[must_use]
    pub fn outgoing_with(mut self, application: ApplicationSid, params: OutgoingParams) -> Self {
        self.outgoing = Some((application, params));
        self
    }

    /// The push credential by which a phone is told of a call.
    #[must_use]
    pub fn push_credential(mut self, credential: CredentialSid) -> Self {
        self.push_credential = Some(credential);
        self
    }

    /// Names this device among those of the identity, so that a call can go to it alone.
    #[must_use]
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }

    /// Whether it allows to take calls.
    #[must_use]
    pub fn allows_incoming(&self) -> bool {
        self.incoming
    }

    /// The application that may be called.
    #[must_use]
    pub fn application(&self) -> Option<ApplicationSid> {
        self.outgoing.as_ref().map(|(application, _)| *application)
    }

    /// What the application's webhook gets with each call; `None` where no application may be called.
    #[must_use]
    pub fn outgoing_params(&self) -> Option<&OutgoingParams> {
        self.outgoing.as_ref().map(|(_, params)| params)
    }
}

impl Sealed for VoiceGrant {}

impl Grant for VoiceGrant {
    fn place(&self) -> usize {
        0
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.object("voice", |object| {
            if self.incoming {
                object.object("incoming", |incoming| incoming.json("allow", b"true"));
            }
            if let Some((application, params)) = &self.outgoing {
                object.object("outgoing", |outgoing| {
                    outgoing.plain_text("application_sid", application.as_bytes());
                    if !params.is_empty() {
                        outgoing.object("params", |object| params.write(object));
                    }
                });
            }
            if let Some(credential) = &self.push_credential {
                object.plain_text("push_credential_sid", credential.as_bytes());
            }
            if let Some(id) = &self.endpoint_id {
                object.text("endpoint_id", id.as_str());
            }
        });
    }

    fn size_hint(&self) -> usize {
        let params = self.outgoing_params().map_or(0, |params| 64 * params.len());
        220 + params + self.endpoint_id.as_ref().map_or(0, |id| id.as_str().len())
    }
}
