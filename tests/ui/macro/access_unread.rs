//! Nothing in the call could be read as a statement.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { "john" };
}
