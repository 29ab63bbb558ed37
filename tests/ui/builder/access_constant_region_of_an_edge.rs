use twilio_capability::Region;

const SYDNEY: Region = Region::from_static("sydney");

fn main() {}
