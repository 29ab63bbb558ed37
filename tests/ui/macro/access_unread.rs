//! Nothing in a call is a statement.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { "john" };
}
