//! A constant of type `&str` is used instead of a client name.
//! Make it a constant of type `ClientName`.

use twilio_capability::capability;

const NAME: &str = "john";

fn main() {
    let _ = capability! { incoming NAME };
}
