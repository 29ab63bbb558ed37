//! The recipe for AWS Lambda, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/lambda.rs"));

mod support;

async fn ask(user: Option<&str>) -> Response<Body> {
    let mut request = lambda_http::http::Request::get("/token");
    if let Some(user) = user {
        request = request.header("x-forwarded-user", user.as_bytes());
    }
    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    token(&twilio, request.body(Body::Empty).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_signed_in_user_gets_a_token() {
    let response = ask(Some(support::USER)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    support::check_access_token(response.headers()["cache-control"].to_str().unwrap(), response.body());
}

#[tokio::test]
async fn nobody_else_gets_one() {
    assert_eq!(ask(None).await.status(), 401);
    assert_eq!(ask(Some("")).await.status(), 422);
    assert_eq!(ask(Some(&"a".repeat(122))).await.status(), 422);
}
