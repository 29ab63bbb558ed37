use twilio_capability_rules::sid::SidKind;

use super::wire::{Fields, ReadGrant, Unreadable, WriteGrant, called, member};
use crate::inspect::Findings;
use crate::jwt::{Claim, Object};
use crate::values::{EndpointId, ServiceSid};

const SYNC: Claim = member("/grants/data_sync");
const SERVICE: Claim = member("/grants/data_sync/service_sid");
const ENDPOINT_ID: Claim = member("/grants/data_sync/endpoint_id");

/// Grant for Sync: the service whose objects the user can use.
///
/// ```
/// use twilio_capability_core::{ServiceSid, SyncGrant};
///
/// const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
///
/// let grant = SyncGrant::new(SERVICE);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "a grant does nothing until a token has it"]
pub struct SyncGrant {
    service: ServiceSid,
    endpoint_id: Option<EndpointId>,
}

impl SyncGrant {
    /// Creates a grant for a service.
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
    pub fn new(service: ServiceSid) -> Self {
        Self { service, endpoint_id: None }
    }

    /// Sets the name of this device, for an identity with several devices.
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
    pub fn endpoint_id(mut self, id: EndpointId) -> Self {
        self.endpoint_id = Some(id);
        self
    }
}

impl WriteGrant for SyncGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(SYNC.name(), |sync| {
            sync.plain_string(SERVICE.name(), self.service.as_bytes());
            sync.optional_string(ENDPOINT_ID.name(), self.endpoint_id.as_ref());
        });
    }
}

/// The Sync grant of a token that was read.
///
/// ```
/// use twilio_capability_core::read::{ReadSync, inspect};
/// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, SyncGrant};
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # let service = "IS00000000000000000000000000000000".parse()?;
/// # let john = AccessToken::new().voice_identity("john".parse()?).credentials(&api_key);
/// # let token = john.sync(SyncGrant::new(service).endpoint_id("phone".parse()?)).sign();
///
/// let inspection = inspect(token.as_str());
/// let sync: &ReadSync = inspection.grants().unwrap().sync.as_ref().unwrap();
/// assert_eq!(sync.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
/// assert_eq!(sync.endpoint_id.as_deref(), Some("phone"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct ReadSync {
    /// The service.
    pub service_sid: Option<String>,
    /// The name of the device.
    pub endpoint_id: Option<String>,
}

impl ReadGrant for ReadSync {
    fn read(grants: &mut Fields<'_, '_, '_>) -> Option<Self> {
        grants.object(SYNC, |sync| Self {
            service_sid: sync.string(SERVICE),
            endpoint_id: sync.string(ENDPOINT_ID),
        })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let parts =
            [called("service", self.service_sid.as_ref()), called("endpoint", self.endpoint_id.as_ref())];
        unreadable.list("Sync", SYNC, parts)
    }

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        unreadable.find_needed(SidKind::Service, SERVICE, self.service_sid.as_ref(), findings);
    }
}
