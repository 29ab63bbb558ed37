//! The only scope may be `None`.
//! Use a method without `maybe_`, or `Scopes::from_list`, which returns an error if there is no scope.

use twilio_capability::{AccountCredentials, ClientCapability, ClientName};

fn token(account: &AccountCredentials, name: Option<ClientName>) {
    let _ = ClientCapability::new().maybe_incoming(name).credentials(account).sign();
}

fn main() {}
