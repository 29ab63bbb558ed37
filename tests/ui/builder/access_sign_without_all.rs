use twilio_capability::AccessToken;

fn main() {
    let _ = AccessToken::new().sign();
}
