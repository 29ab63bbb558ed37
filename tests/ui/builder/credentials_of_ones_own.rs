//! A type claims to be credentials.
//! Make an `AccountCredentials`.

use twilio_capability::AccountCredentials;
use twilio_capability::client::HasCredentials;

struct Mine(AccountCredentials);

impl HasCredentials for Mine {
    fn account(&self) -> &AccountCredentials {
        &self.0
    }
}

fn main() {}
