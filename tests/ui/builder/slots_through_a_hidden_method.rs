//! A generic function uses a hidden method to empty the scopes of a capability.

use twilio_capability::client_capability::ScopeState;

fn empty<S: ScopeState>(scopes: &mut S) {
    *scopes.slots() = Default::default();
}

fn main() {}
