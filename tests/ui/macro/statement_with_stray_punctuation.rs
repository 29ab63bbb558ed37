//! There is punctuation after the expression of a statement.

use twilio_capability::{ApplicationSid, capability};

fn call(app: ApplicationSid) {
    let _ = capability! { incoming "john" # 7; outgoing app ~ "john" };
}

fn main() {}
