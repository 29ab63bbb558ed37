//! A string is used as a `ClientName`.
//! Parse it first: `name.parse::<ClientName>()?`, or `ClientName::from_static("john")` for a constant.

use twilio_capability::ClientCapability;

fn main() {
    let _ = ClientCapability::new().incoming("john");
}
