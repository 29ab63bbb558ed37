//! A custom type is used as credentials.

use twilio_capability::client_capability::HasCredentials;

struct Everyone;

impl HasCredentials for Everyone {}

fn main() {}
