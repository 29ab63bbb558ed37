//! The derive is on an enum.

use twilio_capability::CallParams;

#[derive(CallParams)]
enum Plan {
    Free,
    Paid,
}

fn main() {}
