use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// The name of a device, for an identity with several devices.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::EndpointId;
    ///
    /// const PHONE: EndpointId = EndpointId::from_static("phone");
    /// ```
    EndpointId, StringError, [StringRule::ENDPOINT_ID.check], "endpoint ID", "phone", ""
}
