//! A custom type is used as the state of grants.

use twilio_capability::access::HasGrant;

struct Everything;

impl HasGrant for Everything {}

fn main() {}
