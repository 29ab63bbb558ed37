//! A type of your own is made a grant.

use twilio_capability::access::Grant;

struct Everything;

impl Grant for Everything {}

fn main() {}
