//! `Outgoing::to` gets an `AccountSid`.
//! Pass the SID of the application.

use twilio_capability::{AccountSid, Outgoing};

fn outgoing(account: AccountSid) -> Outgoing {
    Outgoing::to(account)
}

fn main() {}
