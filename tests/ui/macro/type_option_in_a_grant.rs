//! An `Option` is used in a grant or a scope.

use twilio_capability::{ApplicationSid, RoomName, access_token, capability};

fn token(room: Option<RoomName>) {
    let _ = access_token! { identity "john"; video { room room } };
}

fn capability(application: Option<ApplicationSid>) {
    let _ = capability! { outgoing application };
}

fn main() {}
