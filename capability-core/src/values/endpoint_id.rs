use twilio_capability_rules::label::{self, LabelError};

use super::string_value::string_value;

string_value! {
    /// One device of an identity that has several.
    ///
    /// ```
    /// use twilio_capability_core::EndpointId;
    ///
    /// const PHONE: EndpointId = EndpointId::from_static("phone");
    /// ```
    EndpointId, LabelError, label::check_endpoint_id, "endpoint ID", "phone", ""
}
