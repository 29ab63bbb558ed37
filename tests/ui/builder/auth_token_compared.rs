//! A secret is compared.
//! Do not compare it: it has no `PartialEq` on purpose.

use twilio_capability::AuthToken;

fn same(one: &AuthToken, other: &AuthToken) -> bool {
    one == other
}

fn main() {}
