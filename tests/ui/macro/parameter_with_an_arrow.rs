//! A `=>` is between the name and the value of a parameter.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" { "user_id" => 42 } };
}
