//! A statement of `task_router_capability!` is in another macro.

use twilio_capability::{access_token, capability};

fn main() {
    let _ = capability! { incoming "john"; worker "WK11111111111111111111111111111111"; allow update_self };
    let _ = access_token! { identity "john"; video; deny GET "/Tasks" };
}
