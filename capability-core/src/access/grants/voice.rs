mod read_outgoing;

use twilio_capability_rules::sid::SidKind;

pub use self::read_outgoing::ReadOutgoing;
use self::read_outgoing::{APPLICATION, PARAMS};
use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, called, find_sid, member};
use crate::access::findings::VOICE_EMPTY;
use crate::access::outgoing_params::OutgoingParams;
use crate::call_params::IntoParams;
use crate::inspect::Findings;
use crate::jwt::{Claim, Object};
use crate::values::{ApplicationSid, CredentialSid, EndpointId};

pub(super) const VOICE: Claim = member("/grants/voice");
const INCOMING: Claim = member("/grants/voice/incoming");
const ALLOW: Claim = member("/grants/voice/incoming/allow");
const OUTGOING: Claim = member("/grants/voice/outgoing");
const PUSH_CREDENTIAL: Claim = member("/grants/voice/push_credential_sid");
const ENDPOINT_ID: Claim = member("/grants/voice/endpoint_id");

/// Grant for Voice: which calls the user can receive and make.
///
/// A new grant allows no calls. Parameters are always set together with the application that receives them.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ApplicationSid, OutgoingParams, ParamName, VoiceGrant};
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
#[must_use = "a grant does nothing until a token has it"]
pub struct VoiceGrant {
    incoming: bool,
    outgoing: Option<(ApplicationSid, OutgoingParams)>,
    push_credential: Option<CredentialSid>,
    endpoint_id: Option<EndpointId>,
}

impl VoiceGrant {
    /// Creates a grant that allows no calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceGrant;
    ///
    /// let grant = VoiceGrant::new();
    /// assert!(!grant.allows_incoming());
    /// assert_eq!(grant.application(), None);
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Allows receiving calls to the token's identity.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceGrant;
    ///
    /// let grant = VoiceGrant::new().incoming();
    /// assert!(grant.allows_incoming());
    /// ```
    pub fn incoming(mut self) -> Self {
        self.incoming = true;
        self
    }

    /// Allows making calls to an application. Replaces an earlier [`outgoing_with`](Self::outgoing_with).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceGrant;
    ///
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// let grant = VoiceGrant::new().outgoing(application);
    /// assert_eq!(grant.application(), Some(application));
    /// # Ok::<(), twilio_capability::SidError>(())
    /// ```
    pub fn outgoing(self, application: ApplicationSid) -> Self {
        self.outgoing_with(application, OutgoingParams::new())
    }

    /// Allows making calls to an application. Its webhook gets `params` with each call.
    ///
    /// `params` are [`OutgoingParams`], or a reference to a value that declares its parameters with
    /// [`CallParams`](crate::CallParams). Replaces an earlier [`outgoing`](Self::outgoing).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, ParamName, VoiceGrant};
    ///
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// let params = OutgoingParams::new().param(ParamName::from_static("user_id"), 7);
    /// let grant = VoiceGrant::new().outgoing_with(application, params.clone());
    /// assert_eq!(grant.outgoing_params(), Some(&params));
    /// # Ok::<(), twilio_capability::SidError>(())
    /// ```
    pub fn outgoing_with(
        mut self,
        application: ApplicationSid,
        params: impl IntoParams<OutgoingParams>,
    ) -> Self {
        self.outgoing = Some((application, params.into()));
        self
    }

    /// Sets the push credential for notifying a phone of a call.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VoiceGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant = VoiceGrant::new().incoming().push_credential("CR00000000000000000000000000000000".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).voice(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
    ///     assert_eq!(voice.push_credential_sid.as_deref(), Some("CR00000000000000000000000000000000"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push_credential(mut self, credential: CredentialSid) -> Self {
        self.push_credential = Some(credential);
        self
    }

    /// Sets the name of this device, so that a call can go to this device only.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VoiceGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant = VoiceGrant::new().incoming().endpoint_id("phone".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).voice(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let voice = inspection.grants().unwrap().voice.as_ref().unwrap();
    ///     assert_eq!(voice.endpoint_id.as_deref(), Some("phone"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }

    /// Whether the grant allows receiving calls.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceGrant;
    ///
    /// assert!(VoiceGrant::new().incoming().allows_incoming());
    /// assert!(!VoiceGrant::new().allows_incoming());
    /// ```
    #[must_use]
    pub fn allows_incoming(&self) -> bool {
        self.incoming
    }

    /// The application that can be called.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::VoiceGrant;
    ///
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(VoiceGrant::new().outgoing(application).application(), Some(application));
    /// assert_eq!(VoiceGrant::new().incoming().application(), None);
    /// # Ok::<(), twilio_capability::SidError>(())
    /// ```
    #[must_use]
    pub fn application(&self) -> Option<ApplicationSid> {
        self.outgoing.as_ref().map(|(application, _)| *application)
    }

    /// The parameters for the application's webhook. `None` if no application can be called.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{OutgoingParams, VoiceGrant};
    ///
    /// let application = "AP00000000000000000000000000000000".parse()?;
    /// assert_eq!(VoiceGrant::new().outgoing(application).outgoing_params(), Some(&OutgoingParams::new()));
    /// assert_eq!(VoiceGrant::new().incoming().outgoing_params(), None);
    /// # Ok::<(), twilio_capability::SidError>(())
    /// ```
    #[must_use]
    pub fn outgoing_params(&self) -> Option<&OutgoingParams> {
        self.outgoing.as_ref().map(|(_, params)| params)
    }
}

impl WriteGrant for VoiceGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(VOICE.name(), |voice| {
            if self.incoming {
                voice.object(INCOMING.name(), |incoming| incoming.json(ALLOW.name(), b"true"));
            }
            if let Some((application, params)) = &self.outgoing {
                voice.object(OUTGOING.name(), |outgoing| {
                    outgoing.plain_string(APPLICATION.name(), application.as_bytes());
                    if !params.is_empty() {
                        outgoing.object(PARAMS.name(), |object| params.write(object));
                    }
                });
            }
            voice.optional_string(PUSH_CREDENTIAL.name(), self.push_credential.as_ref());
            voice.optional_string(ENDPOINT_ID.name(), self.endpoint_id.as_ref());
        });
    }
}

/// The Voice grant of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadVoice, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, VoiceGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.voice(VoiceGrant::new().incoming()).sign();
///
///     let inspection = inspect(token.as_str());
///     let voice: &ReadVoice = inspection.grants().unwrap().voice.as_ref().unwrap();
///     assert!(voice.incoming);
///     assert!(voice.outgoing.is_none());
///     Ok(())
/// }
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # check(&api_key)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadVoice {
    /// Whether the grant allows receiving calls.
    pub incoming: bool,
    /// The outgoing calls that the grant allows.
    pub outgoing: Option<ReadOutgoing>,
    /// The push credential for notifying a phone of a call.
    pub push_credential_sid: Option<String>,
    /// The name of the device.
    pub endpoint_id: Option<String>,
}

impl ReadGrant for ReadVoice {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
        grants.object(VOICE, |voice| Self {
            incoming: voice.object(INCOMING, |incoming| incoming.flag(ALLOW)).unwrap_or_default(),
            outgoing: voice.object(OUTGOING, ReadOutgoing::read),
            push_credential_sid: voice.string(PUSH_CREDENTIAL),
            endpoint_id: voice.string(ENDPOINT_ID),
        })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let parts = [
            self.incoming.then(|| "can receive calls".to_owned()),
            self.outgoing.as_ref().and_then(|outgoing| outgoing.explain(unreadable)),
            called("push credential", self.push_credential_sid.as_ref()),
            called("endpoint", self.endpoint_id.as_ref()),
        ];
        unreadable.list("Voice", VOICE, parts)
    }

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        match &self.outgoing {
            Some(outgoing) => outgoing.find(unreadable, findings),
            None if !self.incoming
                && ![INCOMING, ALLOW, OUTGOING].into_iter().any(|claim| unreadable.contains(claim)) =>
            {
                let sentence = "the Voice grant allows neither incoming nor outgoing calls";
                findings.add(&VOICE_EMPTY, VOICE.path(), sentence);
            }
            None => {}
        }
        find_sid(SidKind::Credential, PUSH_CREDENTIAL, self.push_credential_sid.as_ref(), findings);
    }
}
