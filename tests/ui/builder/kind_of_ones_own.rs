//! A custom type is used as a kind of SID.
//! Use one of `twilio_capability::kind`.

use twilio_capability::{Kind, SidKind};

struct Mine;

impl Kind for Mine {
    const KIND: SidKind = SidKind::Account;
}

fn main() {}
