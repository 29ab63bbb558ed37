//! The webhook of docs/webhooks.md, from the text of the page.

include!(concat!(env!("OUT_DIR"), "/webhook.rs"));

const BODY: &str = "CallSid=CA11111111111111111111111111111111&AccountSid=AC0123456789abcdef0123456789abcdef&From=client%3Ajohn&To=&Caller=client%3Ajohn&Called=&Direction=inbound&CallStatus=ringing&ApiVersion=2010-04-01&ApplicationSid=AP11111111111111111111111111111111&user_id=42";
/// Of the form at `https://example.com/voice`, and at `https://example.com/v1/voice`.
const SIGNATURES: [&str; 2] = ["wzMklL3DImzXmtagA2X5OZiLefM=", "rYS5MlSEaAwSpFX2dViXC+rM85o="];

async fn ask(router: Router, path: &str, signature: &str) -> (StatusCode, String) {
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    let request = Request::post(path)
        .header("X-Twilio-Signature", signature)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(BODY))
        .unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

fn webhooks() -> WebhookVerifier {
    WebhookVerifier::new("not_a_real_auth_token".parse().unwrap(), "https://example.com".parse().unwrap())
}

#[tokio::test]
async fn a_call_of_twilio_is_answered() {
    let hello = "<Response><Say>Hello john</Say></Response>".to_owned();
    assert_eq!(ask(app(webhooks()), "/voice", SIGNATURES[0]).await, (StatusCode::OK, hello.clone()));
    // In a router that is nested in another, `Uri` has lost the start of the path.
    let nested = Router::new().nest("/v1", app(webhooks()));
    assert_eq!(ask(nested, "/v1/voice", SIGNATURES[1]).await, (StatusCode::OK, hello));
}

#[tokio::test]
async fn a_forged_call_is_refused() {
    for signature in [SIGNATURES[1], "", "bm90IGEgcmVhbCBzaWduYXQ="] {
        assert_eq!(ask(app(webhooks()), "/voice", signature).await, (StatusCode::FORBIDDEN, String::new()));
    }
}

/// The error of the server if the key is `auth_token`.
fn error_of_main(auth_token: &str) -> String {
    use std::process::Command;

    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_server_starts", "--ignored", "--nocapture"])
        .env("TWILIO_AUTH_TOKEN", auth_token)
        .env_remove("PUBLIC_URL")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "for `error_of_main`, because a test cannot set variables of its own process"]
fn the_server_starts() {
    println!("{}", main().unwrap_err());
}

#[test]
fn a_key_that_everybody_knows_is_refused() {
    for placeholder in ["changeme", "your_auth_token"] {
        let error = error_of_main(placeholder);
        assert!(error.contains("TWILIO_AUTH_TOKEN holds a placeholder"), "{error}");
    }
    let error = error_of_main("not_a_real_auth_token");
    assert!(error.contains("PUBLIC_URL is not set"), "{error}");
}
