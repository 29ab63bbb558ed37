//! An `AccountSid` is used as an application.
//! Pass the SID of the application.

use twilio_capability::{AccountSid, capability};

fn call(account: AccountSid) {
    let _ = capability! { outgoing account };
}

fn main() {}
