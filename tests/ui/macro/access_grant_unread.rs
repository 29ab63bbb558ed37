//! Nothing in the braces of a grant is a statement.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { identity "john"; voice { "john" } };
}
