//! The recipe for AWS Lambda, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/lambda.rs"));

mod support;

use serde_json::{Value, json};

/// The answer to an event of an HTTP API with this authorizer. The caller writes a header with a user into each request.
async fn ask(authorizer: Value) -> Response<Body> {
    let event = json!({
        "version": "2.0",
        "routeKey": "GET /token",
        "rawPath": "/token",
        "rawQueryString": "",
        "headers": { "x-forwarded-user": "mallory", "authorization": "Bearer mallory" },
        "requestContext": {
            "apiId": "api",
            "authorizer": authorizer,
            "http": { "method": "GET", "path": "/token", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1" },
            "stage": "$default",
        },
        "isBase64Encoded": false,
    });
    let request = lambda_http::request::from_str(&event.to_string()).unwrap();
    let twilio = Twilio { api_key: support::api_key(), application: support::APPLICATION };
    token(&twilio, request).await.unwrap()
}

/// What the JWT authorizer adds for a user.
fn verified(user: &str) -> Value {
    json!({ "jwt": { "claims": { "sub": user, "iss": "https://example.com" }, "scopes": null } })
}

#[tokio::test]
async fn a_signed_in_user_gets_a_token() {
    let response = ask(verified(support::USER)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    support::check_access_token(response.headers()["cache-control"].to_str().unwrap(), response.body());
}

#[tokio::test]
async fn nobody_else_gets_one() {
    // Of a function URL without authentication, with that of AWS, and of an authorizer that is a function.
    let iam = json!({ "iam": { "userId": "mallory" } });
    for authorizer in [Value::Null, json!({}), iam, json!({ "lambda": { "sub": "mallory" } })] {
        assert_eq!(ask(authorizer.clone()).await.status(), 401, "{authorizer}");
    }
    assert_eq!(ask(json!({ "jwt": { "claims": {} } })).await.status(), 401);
    assert_eq!(ask(verified("")).await.status(), 422);
    assert_eq!(ask(verified(&"a".repeat(122))).await.status(), 422);
}
