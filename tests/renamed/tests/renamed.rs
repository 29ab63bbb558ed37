//! The macros find their crate under any name.

use tokens::{AccountCredentials, ApiKeyCredentials, CallParams, Params, access_token, capability};

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

/// The crate under a path.
mod dependencies {
    pub(crate) use tokens as of_twilio;
}

#[derive(CallParams, PartialEq, Debug)]
#[params(crate = tokens)]
struct Caller {
    user_id: u64,
    #[params(rename = "the-plan")]
    plan: Option<String>,
}

#[derive(CallParams, PartialEq, Debug)]
#[params(crate = crate::dependencies::of_twilio)]
struct Seat {
    seat: u8,
}

#[test]
fn the_derive_finds_the_crate_that_its_attribute_names() {
    let caller = Caller { user_id: 7, plan: Some(String::new()) };
    assert_eq!(Caller::read_params(&Params::from(&caller).iter().collect()).unwrap(), caller);
    assert_eq!(
        Seat::read_params(&Params::from(&Seat { seat: 4 }).iter().collect()).unwrap(),
        Seat { seat: 4 }
    );
}

/// A macro of a crate that passes the path on.
macro_rules! declared {
    ($name:ident { $field:ident: $ty:ty }) => {
        #[derive(CallParams)]
        #[params(crate = $crate::dependencies::of_twilio)]
        struct $name {
            $field: $ty,
        }
    };
}

declared!(Table { table: u8 });

#[test]
fn the_path_can_start_with_the_crate_of_a_macro() {
    assert_eq!(Params::from(&Table { table: 4 }).iter().next(), Some(("table".to_owned(), "4".to_owned())));
}
