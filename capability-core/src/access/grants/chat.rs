use twilio_capability_rules::sid::SidKind;

use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, called, find_sid, member};
use crate::access::findings::CHAT_ENDPOINT;
use crate::inspect::{Findings, Quoted};
use crate::jwt::{Claim, Object};
use crate::values::{CredentialSid, EndpointId, RoleSid, ServiceSid};

const CHAT: Claim = member("/grants/chat");
const SERVICE: Claim = member("/grants/chat/service_sid");
const ENDPOINT_ID: Claim = member("/grants/chat/endpoint_id");
const DEPLOYMENT_ROLE: Claim = member("/grants/chat/deployment_role_sid");
const PUSH_CREDENTIAL: Claim = member("/grants/chat/push_credential_sid");

/// Grant for Chat and Conversations: the service that the user can use, and the user's role.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ChatGrant, ServiceSid};
///
/// const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
///
/// let grant = ChatGrant::new(SERVICE).endpoint_id("phone".parse()?);
/// # Ok::<(), twilio_capability::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "a grant does nothing until a token has it"]
pub struct ChatGrant {
    service: ServiceSid,
    endpoint_id: Option<EndpointId>,
    deployment_role: Option<RoleSid>,
    push_credential: Option<CredentialSid>,
}

impl ChatGrant {
    /// Creates a grant for a service.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = ChatGrant::new(service);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    ///     assert_eq!(chat.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
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
    pub fn new(service: ServiceSid) -> Self {
        Self { service, endpoint_id: None, deployment_role: None, push_credential: None }
    }

    /// Sets the name of this device, for an identity with several devices.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = ChatGrant::new(service).endpoint_id("phone".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    ///     assert_eq!(chat.endpoint_id.as_deref(), Some("phone"));
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

    /// Sets the role of the identity in the whole service.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = ChatGrant::new(service).deployment_role("RL00000000000000000000000000000000".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    ///     assert_eq!(chat.deployment_role_sid.as_deref(), Some("RL00000000000000000000000000000000"));
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
    pub fn deployment_role(mut self, role: RoleSid) -> Self {
        self.deployment_role = Some(role);
        self
    }

    /// Sets the push credential for notifying a phone of a message.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = ChatGrant::new(service).push_credential("CR00000000000000000000000000000000".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).chat(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let chat = inspection.grants().unwrap().chat.as_ref().unwrap();
    ///     assert_eq!(chat.push_credential_sid.as_deref(), Some("CR00000000000000000000000000000000"));
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
}

impl WriteGrant for ChatGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(CHAT.name(), |chat| {
            chat.plain_string(SERVICE.name(), self.service.as_bytes());
            chat.optional_string(ENDPOINT_ID.name(), self.endpoint_id.as_ref());
            chat.optional_string(DEPLOYMENT_ROLE.name(), self.deployment_role.as_ref());
            chat.optional_string(PUSH_CREDENTIAL.name(), self.push_credential.as_ref());
        });
    }
}

/// The Chat grant of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadChat, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, ChatGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let service = "IS00000000000000000000000000000000".parse()?;
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.chat(ChatGrant::new(service).endpoint_id("phone".parse()?)).sign();
///
///     let inspection = inspect(token.as_str());
///     let chat: &ReadChat = inspection.grants().unwrap().chat.as_ref().unwrap();
///     assert_eq!(chat.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
///     assert_eq!(chat.endpoint_id.as_deref(), Some("phone"));
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
pub struct ReadChat {
    /// The service.
    pub service_sid: Option<String>,
    /// The name of the device.
    pub endpoint_id: Option<String>,
    /// The role of the identity in the service.
    pub deployment_role_sid: Option<String>,
    /// The push credential for notifying a phone of a message.
    pub push_credential_sid: Option<String>,
}

impl ReadGrant for ReadChat {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
        grants.object(CHAT, |chat| Self {
            service_sid: chat.string(SERVICE),
            endpoint_id: chat.string(ENDPOINT_ID),
            deployment_role_sid: chat.string(DEPLOYMENT_ROLE),
            push_credential_sid: chat.string(PUSH_CREDENTIAL),
        })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let parts = [
            called("service", self.service_sid.as_ref()),
            called("role", self.deployment_role_sid.as_ref()),
            called("push credential", self.push_credential_sid.as_ref()),
            called("endpoint", self.endpoint_id.as_ref()),
        ];
        unreadable.list("Chat or Conversations", CHAT, parts)
    }

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        unreadable.find_needed(SidKind::Service, SERVICE, self.service_sid.as_ref(), findings);
        find_sid(SidKind::Role, DEPLOYMENT_ROLE, self.deployment_role_sid.as_ref(), findings);
        find_sid(SidKind::Credential, PUSH_CREDENTIAL, self.push_credential_sid.as_ref(), findings);
        if let Some(id) = &self.endpoint_id {
            let sentence =
                format!("`chat.endpoint_id` ({}) is deprecated: Twilio does not need it", Quoted(id));
            findings.add(&CHAT_ENDPOINT, ENDPOINT_ID.path(), sentence);
        }
    }
}
