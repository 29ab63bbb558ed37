//! A word is a claim or an option of another library.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; expires_in 300; valid_until 5 };
}
