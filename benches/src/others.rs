//! The same claims encoded by other crates. The scope is written into a reused buffer, so that only the work of the crates
//! is compared.

#![expect(clippy::new_without_default, reason = "each is made in one place")]

use std::time::{SystemTime, UNIX_EPOCH};

use hmac_0_12::Mac;
use jwt_compact::AlgorithmExt;
use jwt_simple::algorithms::MACLike;
use serde::Serialize;

use crate::{ACCOUNT_SID, AUTH_TOKEN, KEY_SID, write_scope};

#[derive(Serialize)]
struct Claims<'a> {
    scope: &'a str,
    iss: &'a str,
    exp: u64,
}

/// `jwt`: its header has no `typ`.
pub struct Jwt {
    key: hmac_0_12::Hmac<sha2_0_10::Sha256>,
    scope: String,
}

impl Jwt {
    pub fn new() -> Self {
        Self { key: hmac_0_12::Hmac::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap(), scope: String::new() }
    }

    pub fn token(&mut self, id: &str) -> String {
        write_scope(&mut self.scope, id);
        let exp = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + 300;
        let claims = Claims { scope: &self.scope, iss: ACCOUNT_SID, exp };
        jwt::SignWithKey::sign_with_key(claims, &self.key).unwrap()
    }
}

/// `jwt-compact`.
pub struct JwtCompact {
    key: jwt_compact::alg::Hs256Key,
    times: jwt_compact::TimeOptions,
    scope: String,
}

#[derive(Serialize)]
struct Scope<'a> {
    scope: &'a str,
    iss: &'a str,
}

impl JwtCompact {
    pub fn new() -> Self {
        let key = jwt_compact::alg::Hs256Key::new(AUTH_TOKEN);
        Self { key, times: jwt_compact::TimeOptions::default(), scope: String::new() }
    }

    pub fn token(&mut self, id: &str) -> String {
        write_scope(&mut self.scope, id);
        let header = jwt_compact::Header::empty().with_token_type("JWT");
        let claims = jwt_compact::Claims::new(Scope { scope: &self.scope, iss: ACCOUNT_SID })
            .set_duration(&self.times, chrono::Duration::seconds(300));
        jwt_compact::alg::Hs256.token(&header, &claims, &self.key).unwrap()
    }
}

/// `jwt-simple` with its `pure-rust` feature. It owns its claims.
pub struct JwtSimple {
    key: jwt_simple::algorithms::HS256Key,
}

#[derive(Serialize, serde::Deserialize)]
struct Owned {
    scope: String,
}

impl JwtSimple {
    pub fn new() -> Self {
        Self { key: jwt_simple::algorithms::HS256Key::from_bytes(AUTH_TOKEN.as_bytes()) }
    }

    pub fn token(&mut self, id: &str) -> String {
        let mut scope = String::with_capacity(256);
        write_scope(&mut scope, id);
        let lifetime = jwt_simple::prelude::Duration::from_secs(300);
        let mut claims = jwt_simple::prelude::Claims::with_custom_claims(Owned { scope }, lifetime)
            .with_issuer(ACCOUNT_SID);
        // It sets both by default, which makes the token longer.
        (claims.issued_at, claims.invalid_before) = (None, None);
        self.key.authenticate(claims).unwrap()
    }
}

/// `livekit-token`: access tokens of LiveKit, another service. The grants differ, so the token is a little shorter.
pub struct LivekitToken;

impl LivekitToken {
    pub fn token(&self, id: &str) -> String {
        let grants = livekit_token::VideoGrants {
            room_join: true,
            room: "daily".to_owned(),
            ..livekit_token::VideoGrants::default()
        };
        livekit_token::AccessToken::with_api_key(KEY_SID, AUTH_TOKEN)
            .with_ttl(std::time::Duration::from_secs(300))
            .with_identity(id)
            .with_grants(grants)
            .to_jwt()
            .unwrap()
    }
}
