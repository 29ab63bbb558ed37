//! A reference to an `Option` is used instead of the value in it.

use twilio_capability::{ApplicationSid, ClientName, SidError, capability};

fn capability(name: &Option<ClientName>, app: &Result<ApplicationSid, SidError>) {
    let _ = capability! { incoming name; outgoing app };
}

fn main() {}
