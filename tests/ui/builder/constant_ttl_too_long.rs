//! A lifetime in a constant is wrong.

use twilio_capability::Ttl;

const TTL: Ttl = Ttl::from_static(300_000);

fn main() {}
