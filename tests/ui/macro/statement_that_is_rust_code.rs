//! Rust code is used instead of statements.

use twilio_capability::capability;

fn main() {
    let _ = capability! { events; if true { incoming "john" } else { ttl 5m } };
    let _ = capability! { events; match 1 { _ => ttl 5m } };
    let _ = capability! { for name in names { incoming name } };
    let _ = capability! { let name = "john"; incoming name };
    let _ = capability! { ttl 5m; return };
    let _ = capability! { capability! { incoming "john" }; ttl 5m };
}
