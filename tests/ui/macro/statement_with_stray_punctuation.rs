//! A statement ends in a token that cannot end an expression.

use twilio_capability::{ApplicationSid, capability};

fn call(app: ApplicationSid) {
    let _ = capability! { incoming "john" # 7; outgoing app ~ "john" };
}

fn main() {}
