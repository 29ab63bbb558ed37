//! An `Option` is used instead of a client name.

use twilio_capability::{ClientName, capability};

fn main() {
    let name: Option<ClientName> = None;
    let _ = capability! { incoming name };
}
