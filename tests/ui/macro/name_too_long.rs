//! A client name has more than 121 characters.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "a_client_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on" };
}
