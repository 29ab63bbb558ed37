//! A keyword stands alone as a parameter, but no variable has that name.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { type } };
}
