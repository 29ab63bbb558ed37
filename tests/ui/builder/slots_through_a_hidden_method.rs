//! A generic function reaches for what the builder keeps, to empty the scopes of a capability.

use twilio_capability::client_capability::ScopeState;

fn empty<S: ScopeState>(scopes: &mut S) {
    *scopes.slots() = Default::default();
}

fn main() {}
