//! A value of the parameters in `< >` contains a `>`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { outgoing "AP11111111111111111111111111111111" < adult = age > 17, user_id = 7 > };
}
