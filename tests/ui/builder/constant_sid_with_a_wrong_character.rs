//! A SID in a constant is wrong.

use twilio_capability::ApplicationSid;

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP0000000O000000000000000000000000");

fn main() {}
