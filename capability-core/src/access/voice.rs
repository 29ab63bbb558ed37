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
    ///
    /// ```
    /// # use twilio_capability_core::VoiceGrant;
    /// let grant = VoiceGrant::new();
    /// assert!(!grant.allows_incoming());
    /// assert_eq!(grant.application(), None);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows to take calls to the token's identity.
    ///
    /// ```
    /// # use twilio_capability_core::VoiceGrant;
    /// let grant = VoiceGrant::new().incoming();
    /// assert!(grant.allows_incoming());
    /// ```
    #[must_use]
    pub fn incoming(mut self) -> Self {
        self.incoming = true;
        self
    }

    /// Allows to make calls to an application. Replaces what [`outgoing_with`](Self::outgoing_with) set.
    ///
    /// ```
    /// # use twilio_capability_core::VoiceGrant;
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// let grant = VoiceGrant::new().outgoing(application);
    /// assert_eq!(grant.application(), Some(application));
    /// # Ok::<(), twilio_capability_core::SidError>(())
    /// ```
    #[must_use]
    pub fn outgoing(self, application: ApplicationSid) -> Self {
        self.outgoing_with(application, OutgoingParams::new())
    }

    /// Allows to make calls to an application, whose webhook gets `params` with each. Replaces what
    /// [`outgoing`](Self::outgoing) set.
    ///
    /// ```
    /// # use twilio_capability_core::{OutgoingParams, ParamName, VoiceGrant};
    /// # let application = "AP00000000000000000000000000000000".parse()?;
    /// let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
    /// let grant = VoiceGrant::new().outgoing_with(application, params.clone());
    /// assert_eq!(grant.outgoing_params(), Some(&params));
    /// # Ok::<(), twilio_capability_core::SidError>(())
    /// ```
    #[must_use]
    pub fn outgoing_with(mut self, application: ApplicationSid, params: OutgoingParams) -> Self {
        self.outgoing = Some((application, params));
        self
    }

    /// The push credential by which a phone is told of a call.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VoiceGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let grant = VoiceGrant::new().incoming().push_credential("CR00000000000000000000000000000000".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).voice(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
    /// assert_eq!(voice.push_credential_sid.as_deref(), Some("CR00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn push_credential(mut self, credential: CredentialSid) -> Self {
        self.push_credential = Some(credential);
        self
    }

    /// Names this device among those of the identity, so that a call can go to it alone.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VoiceGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// let grant = VoiceGrant::new().incoming().endpoint_id("phone".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).voice(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
    /// assert_eq!(voice.endpoint_id.as_deref(), Some("phone"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }

    /// Whether it allows to take calls.
    ///
    /// ```
    /// # use twilio_capability_core::VoiceGrant;
    /// assert!(VoiceGrant::new().incoming().allows_incoming());
    /// assert!(!VoiceGrant::new().allows_incoming());
    /// ```
    #[must_use]
    pub fn allows_incoming(&self) -> bool {
        self.incoming
    }

    /// The application that may be called.
    ///
    /// ```
    /// # use twilio_capability_core::VoiceGrant;
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(VoiceGrant::new().outgoing(application).application(), Some(application));
    /// assert_eq!(VoiceGrant::new().incoming().application(), None);
    /// # Ok::<(), twilio_capability_core::SidError>(())
    /// ```
    #[must_use]
    pub fn application(&self) -> Option<ApplicationSid> {
        self.outgoing.as_ref().map(|(application, _)| *application)
    }

    /// What the application's webhook gets with each call; `None` where no application may be called.
    ///
    /// ```
    /// # use twilio_capability_core::{OutgoingParams, VoiceGrant};
    /// # let application = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(VoiceGrant::new().outgoing(application).outgoing_params(), Some(&OutgoingParams::new()));
    /// assert_eq!(VoiceGrant::new().incoming().outgoing_params(), None);
    /// # Ok::<(), twilio_capability_core::SidError>(())
    /// ```
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
}
