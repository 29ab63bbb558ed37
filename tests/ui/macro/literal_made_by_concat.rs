//! Strings that the compiler makes follow the same rules, and each mistake is reported.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = capability! { incoming concat!("jo", " ", "hn"); outgoing concat!("AP", 1) as stringify!(jane doe) };
    let _ = access_token! { identity concat!("zoë"); voice { incoming; endpoint_id concat!("") }; region concat!("syd", "ney") };
}
