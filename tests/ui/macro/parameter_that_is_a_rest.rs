//! The parameters are taken from a struct with `..`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { plan = "free", ..user } };
}
