//! An access token, or one of its grants, is incomplete.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! { ttl 300 };
    let _ = access_token! {
        identity "john";
        voice { push_credential "CR11111111111111111111111111111111" };
        chat {};
        sync;
        task_router { worker "WK11111111111111111111111111111111" }
    };
    let _ = access_token! {};
}
