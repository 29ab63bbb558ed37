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
    #[must_use]
    pub fn new(service: ServiceSid) -> Self {
        Self { service, endpoint_id: None }
    }

    /// Names this device among those of the identity.
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

    fn size_hint(&self) -> usize {
        90 + self.endpoint_id.as_ref().map_or(0, |id| id.as_str().len())
    }
}
