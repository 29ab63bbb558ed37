//! The braces of a grant contain no statement.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { identity "john"; voice { "john" } };
}
