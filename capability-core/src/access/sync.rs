use super::grants::Grant;
use super::json::Object;
use crate::sealed::Sealed;
use crate::{EndpointId, ServiceSid};

/// Sync: the service whose objects the owner of a token may use.
///
/// ```
/// use twilio_capability_core::{ServiceSid, SyncGrant};
///
/// const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
///
/// let grant = SyncGrant::new(SERVICE);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyncGrant {
    service: ServiceSid,
    endpoint_id: Option<EndpointId>,
}

impl SyncGrant {
    /// The use of a service.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = SyncGrant::new(service);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).sync(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let sync = inspection.grants().unwrap().sync.as_ref().unwrap();
    /// assert_eq!(sync.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(service: ServiceSid) -> Self {
        Self { service, endpoint_id: None }
    }

    /// Names this device among those of the identity.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let service = "IS00000000000000000000000000000000".parse()?;
    /// let grant = SyncGrant::new(service).endpoint_id("phone".parse()?);
    /// # let token = AccessToken::new().voice_identity("john".parse()?).sync(grant).credentials(&api_key).sign();
    /// # let inspection = inspect(token.as_str());
    /// let sync = inspection.grants().unwrap().sync.as_ref().unwrap();
    /// assert_eq!(sync.endpoint_id.as_deref(), Some("phone"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }
}

impl Sealed for SyncGrant {}

impl Grant for SyncGrant {
    fn place(&self) -> usize {
        3
    }

    fn write(&self, grants: &mut Object<'_>) {
        grants.object("data_sync", |object| {
            object.plain_text("service_sid", self.service.as_bytes());
            if let Some(id) = &self.endpoint_id {
                object.text("endpoint_id", id.as_str());
            }
        });
    }
}
