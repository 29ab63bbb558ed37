//! A state of grants that the library does not know.

use twilio_capability::access::HasGrant;

struct Everything;

impl HasGrant for Everything {}

fn main() {}
