use twilio_capability::AuthToken;

fn same(one: &AuthToken, other: &AuthToken) -> bool {
    one == other
}

fn main() {}
