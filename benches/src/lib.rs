//! The token of the README, minted in the ways that are compared. All of them have a prepared key, read the clock once
//! and return a new `String` or a value that contains one.

#[cfg(feature = "others")]
pub mod others;
pub mod rounds;

use std::time::{SystemTime, UNIX_EPOCH};

use hmac::block_api::HmacCore;
use hmac::digest::block_api::{Buffer, FixedOutputCore, UpdateCore};
use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;
use sha2::Sha256;
use twilio_capability::access::WithVoice;
use twilio_capability::{
    AccessToken, AccountCredentials, ApiKeyCredentials, ApplicationSid, ClientCapability, Grants,
    NoCredentials, NoIdentity, Scopes, Ttl, VoiceGrant, VoiceIdentity, capability,
};

pub const ACCOUNT_SID: &str = "AC0123456789abcdef0123456789abcdef";
pub const APPLICATION_SID: &str = "AP0123456789abcdef0123456789abcdef";
pub const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
pub const AUTH_TOKEN: &str = "0123456789abcdef0123456789abcdef";
/// The parameter that is known only at run time.
pub const USER_ID: &str = "user_42";

pub fn account() -> AccountCredentials {
    AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), AUTH_TOKEN.parse().unwrap())
}

/// The capability of the README.
pub fn capability(id: &str) -> ClientCapability<NoCredentials, Scopes> {
    capability! {
        incoming "john";
        outgoing "AP0123456789abcdef0123456789abcdef" as "john" { user_id = id };
        ttl 300
    }
}

pub fn api_key() -> ApiKeyCredentials {
    ApiKeyCredentials::new(
        ACCOUNT_SID.parse().unwrap(),
        KEY_SID.parse().unwrap(),
        AUTH_TOKEN.parse().unwrap(),
    )
}

/// An access token with a Voice grant and no parameters. `id` is known only at run time.
pub fn access_token(id: &str) -> AccessToken<NoCredentials, VoiceIdentity, Grants<WithVoice>> {
    voice_grant().voice_identity(id.parse().unwrap())
}

/// The same without an identity.
pub fn voice_grant() -> AccessToken<NoCredentials, NoIdentity, Grants<WithVoice>> {
    const APPLICATION: ApplicationSid = ApplicationSid::from_static(APPLICATION_SID);
    AccessToken::new().voice(VoiceGrant::new().incoming().outgoing(APPLICATION)).ttl(Ttl::from_static(300))
}

/// The bare HMAC with a prepared key.
pub struct BareHmac(Hmac<Sha256>);

impl BareHmac {
    pub fn new() -> Self {
        Self(Hmac::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap())
    }

    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        self.0.clone().chain_update(message).finalize().into_bytes().into()
    }
}

impl Default for BareHmac {
    fn default() -> Self {
        Self::new()
    }
}

/// The same, finished in place as the library does it, which saves copies of the state.
pub struct InPlaceHmac(HmacCore<Sha256>);

impl InPlaceHmac {
    pub fn new() -> Self {
        Self(HmacCore::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap())
    }

    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        let (mut hmac, mut buffer) = (self.0.clone(), Buffer::<HmacCore<Sha256>>::default());
        buffer.digest_blocks(message, |blocks| hmac.update_blocks(blocks));
        let mut mac = [0; 32];
        hmac.finalize_fixed_core(&mut buffer, (&mut mac).into());
        mac
    }
}

impl Default for InPlaceHmac {
    fn default() -> Self {
        Self::new()
    }
}

/// The bytes that are signed: the token without its signature.
pub fn signed_part(token: &str) -> &[u8] {
    token.rsplit_once('.').unwrap().0.as_bytes()
}

#[derive(Serialize)]
struct Claims<'a> {
    scope: &'a str,
    iss: &'a str,
    exp: u64,
}

/// Writes the scope into `scope`, replacing its contents. Assumes that `id` needs no encoding.
pub fn write_scope(scope: &mut String, id: &str) {
    scope.clear();
    scope.push_str("scope:client:incoming?clientName=john scope:client:outgoing?appSid=");
    scope.push_str(APPLICATION_SID);
    scope.push_str("&clientName=john&appParams=user_id%3D");
    scope.push_str(id);
}

/// `jsonwebtoken::encode` with the back end of this build.
pub struct Jsonwebtoken {
    header: Header,
    key: EncodingKey,
    scope: String,
}

impl Jsonwebtoken {
    pub fn new() -> Self {
        let key = EncodingKey::from_secret(AUTH_TOKEN.as_bytes());
        Self { header: Header::new(Algorithm::HS256), key, scope: String::new() }
    }

    /// The scope made with `format!`, which is the usual way. Assumes that `id` needs no encoding.
    pub fn with_format(&self, id: &str) -> String {
        let name = "john";
        let params = format!("user_id%3D{id}");
        let incoming = format!("scope:client:incoming?clientName={name}");
        let outgoing =
            format!("scope:client:outgoing?appSid={APPLICATION_SID}&clientName={name}&appParams={params}");
        let scope = format!("{incoming} {outgoing}");
        self.encode(&scope)
    }

    /// The scope written into one buffer that is used again for each token.
    pub fn with_reused_buffer(&mut self, id: &str) -> String {
        write_scope(&mut self.scope, id);
        self.encode(&self.scope)
    }

    fn encode(&self, scope: &str) -> String {
        let exp = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + 300;
        jsonwebtoken::encode(&self.header, &Claims { scope, iss: ACCOUNT_SID, exp }, &self.key).unwrap()
    }
}

impl Default for Jsonwebtoken {
    fn default() -> Self {
        Self::new()
    }
}
