//! Nothing in the block of a grant could be read as a statement.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { identity "john"; voice { "john" } };
}
