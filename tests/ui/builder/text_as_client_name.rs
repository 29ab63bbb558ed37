use twilio_capability::ClientCapability;

fn main() {
    let _ = ClientCapability::new().incoming("john");
}
