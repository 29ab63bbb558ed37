//! A statement has `#[cfg]`.

use twilio_capability::capability;

fn main() {
    let _ = capability! { incoming "john"; #[cfg(debug_assertions)] ttl 5m };
}
