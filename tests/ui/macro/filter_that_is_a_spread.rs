//! The filters are taken from a variable with `..`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events { ..filters } };
}
