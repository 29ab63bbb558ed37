use twilio_capability::{Kind, SidKind};

struct Mine;

impl Kind for Mine {
    const KIND: SidKind = SidKind::Account;
}

fn main() {}
