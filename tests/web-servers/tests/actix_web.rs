//! The recipe for actix-web, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/actix_web.rs"));

mod support;

async fn ask(users: &[&str]) -> (u16, String, web::Bytes) {
    use actix_web::body::to_bytes;
    use actix_web::test::{TestRequest, call_service, init_service};

    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    let app = init_service(App::new().app_data(web::Data::new(twilio)).service(token)).await;
    let mut request = TestRequest::get().uri("/token");
    for user in users {
        request = request.append_header(("x-forwarded-user", user.as_bytes()));
    }
    let response = call_service(&app, request.to_request()).await;
    let cache_control =
        response.headers().get("cache-control").map(|value| value.to_str().unwrap().to_owned());
    let status = response.status().as_u16();
    (status, cache_control.unwrap_or_default(), to_bytes(response.into_body()).await.unwrap())
}

#[actix_web::test]
async fn a_signed_in_user_gets_a_token() {
    let (status, cache_control, body) = ask(&[support::USER]).await;
    assert_eq!(status, 200);
    support::check_access_token(&cache_control, &body);
}

#[actix_web::test]
async fn a_header_that_the_caller_added_gives_no_token() {
    for users in [["mallory", support::USER], [support::USER, "mallory"], [support::USER, support::USER]] {
        assert_eq!(ask(&users).await.0, 401);
    }
}

#[actix_web::test]
async fn nobody_else_gets_one() {
    assert_eq!(ask(&[]).await.0, 401);
    assert_eq!(ask(&[""]).await.0, 422);
    assert_eq!(ask(&[&"a".repeat(122)]).await.0, 422);
}
