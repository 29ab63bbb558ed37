use twilio_capability::{AccountSid, Outgoing};

fn outgoing(account: AccountSid) -> Outgoing {
    Outgoing::to(account)
}

fn main() {}
