//! Somebody's own credentials cannot sign.

use twilio_capability::client_capability::HasCredentials;

struct Everyone;

impl HasCredentials for Everyone {}

fn main() {}
