//! The recipe for Rocket, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/rocket.rs"));

mod support;

use rocket::local::blocking::Client;

fn client() -> Client {
    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    Client::untracked(app(twilio)).unwrap()
}

fn status_for(user: Option<&str>) -> u16 {
    let client = client();
    let mut request = client.get("/token");
    if let Some(user) = user {
        request.add_header(rocket::http::Header::new("x-forwarded-user", user.to_owned()));
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
fn nobody_else_gets_one() {
    assert_eq!(status_for(None), 401);
    assert_eq!(status_for(Some("")), 422);
    assert_eq!(status_for(Some(&"a".repeat(122))), 422);
}
