//! A capability or a token is made and then not used.
//! Use the value, or delete the line.

#![deny(unused_must_use)]

use twilio_capability::{AccountCredentials, ClientCapability, ClientName};

fn main() {}

fn tokens(account: &AccountCredentials) {
    ClientCapability::new().incoming(ClientName::from_static("john"));
    ClientCapability::new().incoming(ClientName::from_static("john")).credentials(account).sign();
}
