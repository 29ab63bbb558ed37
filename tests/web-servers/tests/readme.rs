//! The server of README.md, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/readme.rs"));

mod support;

async fn ask(users: &[&str]) -> axum::response::Response {
    use tower::ServiceExt;

    let mut request = axum::http::Request::get("/token");
    for user in users {
        request = request.header("x-forwarded-user", user.as_bytes());
    }
    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    app(twilio).oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_signed_in_user_gets_a_token() {
    use http_body_util::BodyExt;

    let response = ask(&[support::USER]).await;
    assert_eq!(response.status(), StatusCode::OK);
    let cache_control = response.headers()[CACHE_CONTROL].to_str().unwrap().to_owned();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    support::check_access_token(&cache_control, &body);
}

#[tokio::test]
async fn a_header_that_the_caller_added_gives_no_token() {
    for users in [["mallory", support::USER], [support::USER, "mallory"], [support::USER, support::USER]] {
        assert_eq!(ask(&users).await.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn nobody_else_gets_one() {
    assert_eq!(ask(&[]).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&[""]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ask(&[&"a".repeat(122)]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
}
