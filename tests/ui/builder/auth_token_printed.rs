use twilio_capability::AuthToken;

fn show(token: &AuthToken) -> String {
    format!("{token}")
}

fn main() {}
