//! An `AccountSid` is used instead of an `ApplicationSid`.
//! Pass the SID of the application.

use twilio_capability::{AccountSid, capability};

fn call(account: AccountSid) {
    let _ = capability! { outgoing account };
}

fn main() {}
