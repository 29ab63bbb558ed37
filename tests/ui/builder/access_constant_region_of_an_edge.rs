//! A region in a constant is the name of an edge location.

use twilio_capability::Region;

const SYDNEY: Region = Region::from_static("sydney");

fn main() {}
