//! The macros find their crate under any name.

use tokens::{AccountCredentials, ApiKeyCredentials, Params, access_token, capability};

/// Another item has the crate's usual name.
mod twilio_capability {}

#[test]
fn the_macro_works_under_a_renamed_dependency() {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_auth_token".parse().unwrap(),
    );
    let user_id = 42;
    let more = Params::try_from_iter([("plan", "free")]).unwrap();
    let token = capability! {
        incoming "john".parse().unwrap();
        outgoing "AP11111111111111111111111111111111" as concat!("jo", "hn") { user_id, name = user_id.to_string(), ..more };
        ttl 300
    }
    .credentials(&account)
    .sign();
    assert_eq!(token.as_str().split('.').count(), 3);
}

#[test]
fn so_does_the_one_for_access_tokens() {
    let api_key = ApiKeyCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "SK00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_api_secret".parse().unwrap(),
    );
    let user_id = 42;
    let token = access_token! {
        identity "john";
        voice { incoming; outgoing "AP11111111111111111111111111111111" { user_id } };
        video { room "daily" };
        ttl 300
    }
    .credentials(&api_key)
    .sign();
    assert_eq!(token.as_str().split('.').count(), 3);
}
