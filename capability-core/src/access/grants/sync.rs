use twilio_capability_rules::sid::SidKind;

use super::read_write::{Fields, ReadGrant, Unreadable, WriteGrant, called, member};
use crate::inspect::Findings;
use crate::jwt::{Claim, Object};
use crate::values::{EndpointId, ServiceSid};

const SYNC: Claim = member("/grants/data_sync");
const SERVICE: Claim = member("/grants/data_sync/service_sid");
/// What names the default service of an account in place of a SID.
const DEFAULT: &str = "default";
const ENDPOINT_ID: Claim = member("/grants/data_sync/endpoint_id");

/// Grant for Sync: the service whose objects the user can use.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{ServiceSid, SyncGrant};
///
/// const SERVICE: ServiceSid = ServiceSid::from_static("IS00000000000000000000000000000000");
///
/// let grant = SyncGrant::new(SERVICE);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use = "a grant does nothing until a token has it"]
pub struct SyncGrant {
    /// The default service of the account if there is none.
    service: Option<ServiceSid>,
    endpoint_id: Option<EndpointId>,
}

impl SyncGrant {
    /// Creates a grant for a service.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = SyncGrant::new(service);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).sync(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let sync = inspection.grants().unwrap().sync.as_ref().unwrap();
    ///     assert_eq!(sync.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
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
        Self { service: Some(service), endpoint_id: None }
    }

    /// The use of the account's default service.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let grant = SyncGrant::default_service();
    ///     let token = AccessToken::new().identity("john".parse()?).sync(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let sync = inspection.grants().unwrap().sync.as_ref().unwrap();
    ///     assert_eq!(sync.service_sid.as_deref(), Some("default"));
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
    pub fn default_service() -> Self {
        Self { service: None, endpoint_id: None }
    }

    /// Sets the name of this device, for an identity with several devices.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let service = "IS00000000000000000000000000000000".parse()?;
    ///     let grant = SyncGrant::new(service).endpoint_id("phone".parse()?);
    ///     let token = AccessToken::new().voice_identity("john".parse()?).sync(grant).credentials(api_key).sign();
    ///     let inspection = inspect(token.as_str());
    ///     let sync = inspection.grants().unwrap().sync.as_ref().unwrap();
    ///     assert_eq!(sync.endpoint_id.as_deref(), Some("phone"));
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
}

impl WriteGrant for SyncGrant {
    fn write(&self, grants: &mut Object<'_>) {
        grants.object(SYNC.name(), |sync| {
            let service = self.service.as_ref().map_or(DEFAULT.as_bytes(), ServiceSid::as_bytes);
            sync.plain_string(SERVICE.name(), service);
            sync.optional_string(ENDPOINT_ID.name(), self.endpoint_id.as_ref());
        });
    }
}

/// The Sync grant of a token that was read.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{ReadSync, inspect};
/// use twilio_capability::{AccessToken, ApiKeyCredentials, SyncGrant};
///
/// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let service = "IS00000000000000000000000000000000".parse()?;
///     let john = AccessToken::new().voice_identity("john".parse()?).credentials(api_key);
///     let token = john.sync(SyncGrant::new(service).endpoint_id("phone".parse()?)).sign();
///
///     let inspection = inspect(token.as_str());
///     let sync: &ReadSync = inspection.grants().unwrap().sync.as_ref().unwrap();
///     assert_eq!(sync.service_sid.as_deref(), Some("IS00000000000000000000000000000000"));
///     assert_eq!(sync.endpoint_id.as_deref(), Some("phone"));
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
pub struct ReadSync {
    /// The service, or `default` for the account's default service.
    pub service_sid: Option<String>,
    /// The name of the device.
    pub endpoint_id: Option<String>,
}

impl ReadGrant for ReadSync {
    fn read(grants: &mut Fields<'_, '_>) -> Option<Self> {
        grants.object(SYNC, |sync| Self {
            service_sid: sync.string(SERVICE),
            endpoint_id: sync.string(ENDPOINT_ID),
        })
    }

    fn explain(&self, unreadable: &Unreadable) -> Option<String> {
        let service = if self.is_for_default_service() {
            Some("the account's default service".to_owned())
        } else {
            called("service", self.service_sid.as_ref())
        };
        unreadable.list("Sync", SYNC, [service, called("endpoint", self.endpoint_id.as_ref())])
    }

    fn find(&self, unreadable: &Unreadable, findings: &mut Findings) {
        if !self.is_for_default_service() {
            unreadable.find_needed(SidKind::Service, SERVICE, self.service_sid.as_ref(), findings);
        }
    }
}

impl ReadSync {
    fn is_for_default_service(&self) -> bool {
        self.service_sid.as_deref() == Some(DEFAULT)
    }
}
