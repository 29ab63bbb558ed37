use twilio_capability::{ClientCapability, UnixTime};

fn main() {
    let _ = ClientCapability::new().sign_at(UnixTime::EPOCH);
}
