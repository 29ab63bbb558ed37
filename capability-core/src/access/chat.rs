use super::grants::Grant;
use super::json::Object;
use crate::sealed::Sealed;
use crate::{CredentialSid, EndpointId, RoleSid, ServiceSid};

/// Chat and Conversations: the service that the owner of a token may use, and as what.
///
/// ```
/// use twilio_capability_core::{ChatGrant, ServiceSid};
///
/// const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
///
/// let grant = ChatGrant::new(SERVICE).endpoint_id("phone".parse()?);
/// # Ok::<(), twilio_capability_core::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChatGrant {
    service: ServiceSid,
    endpoint_id: Option<EndpointId>,
    deployment_role: Option<RoleSid>,
    push_credential: Option<CredentialSid>,
}

impl ChatGrant {
    /// The use of a service.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = ChatGrant::new(service);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    /// assert_eq!(chat.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(service: ServiceSid) -> Self {
        Self { service, endpoint_id: None, deployment_role: None, push_credential: None }
    }

    /// Names this device among those of the identity.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = ChatGrant::new(service).endpoint_id("phone".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    /// assert_eq!(chat.endpoint_id.as_deref(), Some("phone"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }

    /// The role that the identity gets in the whole service.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = ChatGrant::new(service).deployment_role("RL00000000000000000000000000000000".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    /// assert_eq!(chat.deployment_role_sid.as_deref(), Some("RL00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn deployment_role(mut self, role: RoleSid) -> Self {
        self.deployment_role = Some(role);
        self
    }

    /// The push credential by which a phone is told of a message.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, ChatGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = ChatGrant::new(service).push_credential("CR00000000000000000000000000000000".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    /// assert_eq!(chat.push_credential_sid.as_deref(), Some("CR00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn push_credential(mut self, credential: CredentialSid) -> Self {
        self.push_credential = Some(credential);
        self
    }
}

impl Sealed for ChatGrant {}

impl Grant for ChatGrant {
    fn place(&self) -> usize {
        2
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.object("chat", |object| {
            object.plain_text("service_sid", self.service.as_bytes());
            if let Some(id) = &self.endpoint_id {
                object.text("endpoint_id", id.as_str());
            }
            if let Some(role) = &self.deployment_role {
                object.plain_text("deployment_role_sid", role.as_bytes());
            }
            if let Some(credential) = &self.push_credential {
                object.plain_text("push_credential_sid", credential.as_bytes());
            }
        });
    }
}
