//! An expression starts with `<`.

use twilio_capability::{ApplicationSid, capability};

struct App;

trait Named {
    const SID: ApplicationSid;
}

fn main() {
    let _ = capability! { outgoing <App as Named>::SID as "john" };
}
