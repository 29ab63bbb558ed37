//! The recipe for Rocket, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/rocket.rs"));

mod support;

use rocket::local::blocking::Client;

fn client() -> Client {
    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    Client::untracked(app(twilio)).unwrap()
}

fn status_for(users: &[&str]) -> u16 {
    let client = client();
    let mut request = client.get("/token");
    for user in users {
        request.add_header(rocket::http::Header::new("x-forwarded-user", (*user).to_owned()));
    }
    request.dispatch().status().code
}

#[test]
fn a_signed_in_user_gets_a_token() {
    let client = client();
    let mut request = client.get("/token");
    request.add_header(rocket::http::Header::new("x-forwarded-user", support::USER));
    let response = request.dispatch();
    assert_eq!(response.status(), Status::Ok);
    let cache_control = response.headers().get_one("cache-control").unwrap().to_owned();
    support::check_access_token(&cache_control, &response.into_bytes().unwrap());
}

#[test]
fn a_header_that_the_caller_added_gives_no_token() {
    for users in [["mallory", support::USER], [support::USER, "mallory"], [support::USER, support::USER]] {
        assert_eq!(status_for(&users), 401);
    }
}

#[test]
fn nobody_else_gets_one() {
    assert_eq!(status_for(&[]), 401);
    assert_eq!(status_for(&[""]), 422);
    assert_eq!(status_for(&[&"a".repeat(122)]), 422);
}
