//! An invisible character came along with the name of a parameter.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user_id\u{200B}" = 42 } };
}
