//! A voice app: a page that makes and takes calls, and the server that gives it tokens and answers Twilio's requests.

use std::collections::HashMap;
use std::env;
use std::error::Error;
use std::ffi::OsStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequestParts, OriginalUri, Query, State};
use axum::http::{HeaderMap, Method, Request, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use quick_xml::escape::escape;
use serde::{Deserialize, Serialize};
use tower_http::services::{ServeDir, ServeFile};
use twilio_capability::webhook::{
    ParamsKey, PublicUrl, SignedParams, VoiceCall, VoiceCallError, WebhookVerifier,
};
use twilio_capability::{
    AccountCredentials, AccountSid, ApiKeyCredentials, ApiKeySid, ApplicationSid, AuthToken, CallParams,
    ClientName, TokenResponse, Ttl, UnixTime, VoiceIdentity, access_token, capability,
};
use uuid::Uuid;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let app = Arc::new(App::from_env()?);
    // For `PUBLIC_URL`, Twilio has to reach this server, for example through a tunnel.
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".into());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    // A browser does not send what comes after the `#`, so the key is in no log. The page adds it when a user signs in.
    println!("http://{}/#{}", listener.local_addr()?, app.sign_in_key);
    axum::serve(listener, router(app)).await?;
    Ok(())
}

fn router(app: Arc<App>) -> Router {
    let folder = env!("CARGO_MANIFEST_DIR");
    Router::new()
        .route("/session", get(session).post(sign_in).delete(sign_out))
        .route("/token", get(token))
        .route("/voice", post(voice))
        .route_service(
            "/sdk.js",
            ServeFile::new(format!("{folder}/node_modules/@twilio/voice-sdk/dist/twilio.min.js")),
        )
        .fallback_service(ServeDir::new(format!("{folder}/page")))
        .with_state(app)
}

/// What the handlers share.
struct App {
    account: AccountCredentials,
    api_key: ApiKeyCredentials,
    application: ApplicationSid,
    webhooks: WebhookVerifier,
    params_key: ParamsKey,
    /// The number that calls to phones come from. Without it, no phone is called.
    caller_id: Option<String>,
    ttl: Ttl,
    /// What a user needs to sign in. Without it, whoever reaches the server could call at the expense of the account.
    sign_in_key: Uuid,
    /// The users who are signed in, by the value of their cookie.
    sessions: Mutex<HashMap<String, User>>,
}

impl App {
    /// Reads the values from the environment. Real values are not mixed with demo values: if there is one of them, the others have to
    /// be there too.
    fn from_env() -> Result<Self, twilio_capability::Error> {
        let is_real = |name: &OsStr| name == "PUBLIC_URL" || name.as_encoded_bytes().starts_with(b"TWILIO_");
        if !env::vars_os().any(|(name, _)| is_real(&name)) {
            eprintln!(
                "No variable for Twilio is set. With demo values, the page works, and Twilio accepts no call."
            );
            return Self::demo();
        }
        let account = AccountCredentials::from_env()?;
        let auth_token = AuthToken::from_env(AccountCredentials::AUTH_TOKEN_VARIABLE)?;
        Ok(Self {
            account,
            api_key: ApiKeyCredentials::from_env()?,
            application: ApplicationSid::from_env("TWILIO_TWIML_APP_SID")?,
            webhooks: WebhookVerifier::new(auth_token, PublicUrl::from_env("PUBLIC_URL")?),
            // With several servers, or to keep tokens valid over a restart: `ParamsKey::from_env("VOICE_PARAMS_KEY")`.
            params_key: ParamsKey::generate(),
            caller_id: env::var("CALLER_ID").ok(),
            ttl: ttl()?,
            sign_in_key: Uuid::new_v4(),
            sessions: Mutex::default(),
        })
    }

    /// Values for a demo. The secrets are random, because whoever knows the auth token can sign requests as Twilio.
    fn demo() -> Result<Self, twilio_capability::Error> {
        let account = AccountSid::from_static("AC00000000000000000000000000000000");
        let api_key = ApiKeySid::from_static("SK00000000000000000000000000000000");
        let auth_token = Uuid::new_v4().to_string();
        Ok(Self {
            account: AccountCredentials::new(account, auth_token.parse()?),
            api_key: ApiKeyCredentials::new(account, api_key, Uuid::new_v4().to_string().parse()?),
            application: ApplicationSid::from_static("AP11111111111111111111111111111111"),
            webhooks: WebhookVerifier::new(auth_token.parse()?, "http://127.0.0.1:3000".parse()?),
            params_key: ParamsKey::generate(),
            caller_id: Some("+15550199".into()),
            ttl: ttl()?,
            sign_in_key: Uuid::new_v4(),
            sessions: Mutex::default(),
        })
    }
}

fn ttl() -> Result<Ttl, twilio_capability::Error> {
    Ok(env::var("TOKEN_TTL").unwrap_or_else(|_| "1h".into()).parse()?)
}

/// Somebody who can sign in.
#[derive(Clone, Copy)]
struct User {
    id: u64,
    name: &'static str,
    plan: Option<&'static str>,
}

/// In a real app these are in a database, and each has a password or comes from an identity provider. Here one key is for all of them.
const USERS: [User; 3] = [
    User { id: 42, name: "john", plan: Some("gold") },
    User { id: 43, name: "jane", plan: None },
    User { id: 44, name: "zoë.müller@example.com", plan: None },
];

/// The user whose cookie came with the request. Without one, the answer is 401.
struct SignedIn(User);

impl FromRequestParts<Arc<App>> for SignedIn {
    type Rejection = (StatusCode, &'static str);

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Self::Rejection> {
        let cookies = CookieJar::from_headers(&parts.headers);
        let sessions = app.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        let user = cookies.get("session").and_then(|cookie| sessions.get(cookie.value()));
        user.copied().map(Self).ok_or((StatusCode::UNAUTHORIZED, "sign in first"))
    }
}

#[derive(Serialize)]
struct Session {
    user: Option<&'static str>,
    users: [&'static str; 3],
}

async fn session(user: Result<SignedIn, (StatusCode, &'static str)>) -> Json<Session> {
    Json(Session { user: user.ok().map(|SignedIn(user)| user.name), users: USERS.map(|user| user.name) })
}

#[derive(Deserialize)]
struct SignIn {
    user: String,
    key: String,
}

async fn sign_in(State(app): State<Arc<App>>, cookies: CookieJar, Form(form): Form<SignIn>) -> Response {
    if form.key.parse() != Ok(app.sign_in_key) {
        let message =
            "open the link that the server printed when it started, because it has the key for signing in";
        return (StatusCode::FORBIDDEN, message).into_response();
    }
    let Some(user) = USERS.into_iter().find(|user| user.name == form.user) else {
        return (StatusCode::FORBIDDEN, "there is no such user").into_response();
    };
    let session = Uuid::new_v4().to_string();
    app.sessions.lock().unwrap_or_else(PoisonError::into_inner).insert(session.clone(), user);
    // Add `.secure(true)` for a page that is served over HTTPS.
    let cookie = Cookie::build(("session", session)).http_only(true).same_site(SameSite::Strict).path("/");
    (StatusCode::NO_CONTENT, cookies.add(cookie)).into_response()
}

async fn sign_out(State(app): State<Arc<App>>, cookies: CookieJar) -> (StatusCode, CookieJar) {
    if let Some(cookie) = cookies.get("session") {
        app.sessions.lock().unwrap_or_else(PoisonError::into_inner).remove(cookie.value());
    }
    (StatusCode::NO_CONTENT, cookies.remove("session"))
}

#[derive(Deserialize)]
struct TokenQuery {
    #[serde(default)]
    kind: Kind,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Access,
    Capability,
}

/// What a token says about its user, for the handler that answers the call.
#[derive(CallParams)]
struct Caller {
    user_id: u64,
    plan: Option<String>,
}

async fn token(
    State(app): State<Arc<App>>,
    SignedIn(user): SignedIn,
    Query(query): Query<TokenQuery>,
) -> Response {
    // Twilio accepts letters, digits and underscores; an e-mail address has to be escaped.
    let Ok(identity) = VoiceIdentity::escaped(user.name) else {
        return (StatusCode::UNPROCESSABLE_ENTITY, "the user name is too long for Twilio").into_response();
    };
    let name = ClientName::from(&identity);
    let caller = Caller { user_id: user.id, plan: user.plan.map(str::to_owned) };
    // The webhook of a call in the last second of the token comes a little later.
    let until = UnixTime::now().after(app.ttl) + Duration::from_secs(60);
    let caller =
        app.params_key.sign_params(&caller, app.account.account_sid(), app.application, &name, until);
    let token = match query.kind {
        Kind::Access => access_token! {
            identity identity;
            voice { incoming; outgoing app.application { ..caller } };
            ttl app.ttl;
            credentials &app.api_key
        }
        .sign(),
        Kind::Capability => capability! {
            incoming &name;
            outgoing app.application as &name { ..caller };
            ttl app.ttl;
            credentials &app.account
        }
        .sign(),
    };
    ([(header::CACHE_CONTROL, "no-store")], Json(TokenResponse::new(&name, &token))).into_response()
}

/// Twilio asks what to do with a call.
async fn voice(
    State(app): State<Arc<App>>,
    method: Method,
    // The path as Twilio requested it, also if this router is nested in another.
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    let call: Result<VoiceCall<SignedParams<Caller>>, VoiceCallError> =
        app.webhooks.signed_voice_call(&app.params_key, &request);
    match call {
        Ok(call) => ([(header::CONTENT_TYPE, "text/xml")], answer(&app, &call)).into_response(),
        Err(error) => {
            // What is wrong is for the log, not for whoever sent the request.
            eprintln!("refused a request: {:#}", twilio_capability::Error::from(error));
            StatusCode::FORBIDDEN.into_response()
        }
    }
}

/// The TwiML for a call. Whatever comes from outside is escaped.
fn answer(app: &App, call: &VoiceCall<SignedParams<Caller>>) -> String {
    let plan = call.params.plan.as_deref().unwrap_or("free");
    let verb = match call.to.as_deref() {
        None => {
            let name = call.caller.as_ref().and_then(ClientName::unescaped).unwrap_or_default();
            let user_id = call.params.user_id;
            format!(
                "<Say>Hello {}. You are user {user_id}, on the plan {}.</Say>",
                escape(&name),
                escape(plan)
            )
        }
        Some(to) if is_phone_number(to) => match &app.caller_id {
            Some(from) => {
                format!(r#"<Dial callerId="{}"><Number>{}</Number></Dial>"#, escape(from), escape(to))
            }
            None => "<Say>This app calls no phones.</Say>".to_owned(),
        },
        Some(to) if ClientName::try_from(to).is_ok() => format!(
            r#"<Dial><Client><Identity>{}</Identity><Parameter name="plan" value="{}"/></Client></Dial>"#,
            escape(to),
            escape(plan)
        ),
        Some(to) => format!("<Say>{} is neither a client name nor a phone number.</Say>", escape(to)),
    };
    format!(r#"<?xml version="1.0" encoding="UTF-8"?><Response>{verb}</Response>"#)
}

fn is_phone_number(to: &str) -> bool {
    to.strip_prefix('+')
        .is_some_and(|digits| digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
