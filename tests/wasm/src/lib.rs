//! What JavaScript calls: minting and verifying tokens of both kinds.

use std::ffi::OsString;

use twilio_capability::{
    AccountCredentials, ApiKeyCredentials, ClientName, Error, UnixTime, Verifier, VoiceIdentity,
    access_token, capability,
};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

#[wasm_bindgen]
extern "C" {
    /// The object with the variables and secrets that a host passes to a program.
    #[wasm_bindgen(typescript_type = "Record<string, string>")]
    pub type Variables;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Variables, name: &str) -> JsValue;
}

/// Mints and verifies with the credentials of one set of variables.
#[wasm_bindgen]
pub struct Twilio {
    account: AccountCredentials,
    api_key: ApiKeyCredentials,
}

#[wasm_bindgen]
impl Twilio {
    /// Reads `TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`, `TWILIO_API_KEY` and `TWILIO_API_SECRET` from `variables`.
    #[wasm_bindgen(constructor)]
    pub fn new(variables: &Variables) -> Result<Self, JsError> {
        let read = |name: &str| variables.get(name).as_string().map(OsString::from);
        Ok(Self {
            account: AccountCredentials::from_vars(read)?,
            api_key: ApiKeyCredentials::from_vars(read)?,
        })
    }

    /// A capability token with which `client` can receive calls for five minutes.
    pub fn capability_token(&self, client: &str) -> Result<String, JsError> {
        let client: ClientName = client.parse()?;
        let token = capability! { incoming client; ttl 5m }.credentials(&self.account).sign();
        Ok(token.to_string())
    }

    /// An access token with which `identity` can receive calls for five minutes.
    pub fn access_token(&self, identity: &str) -> Result<String, JsError> {
        let identity: VoiceIdentity = identity.parse()?;
        let token =
            access_token! { identity identity; voice { incoming }; ttl 5m }.credentials(&self.api_key).sign();
        Ok(token.to_string())
    }

    /// Verifies a capability token and returns when it expires, in seconds since 1970.
    pub fn verify_capability_token(&self, token: &str) -> Result<f64, JsError> {
        let verified = Verifier::capability(&self.account).verify(token).map_err(Error::from)?;
        Ok(seconds(verified.expires_at()))
    }

    /// Verifies an access token and returns when it expires, in seconds since 1970.
    pub fn verify_access_token(&self, token: &str) -> Result<f64, JsError> {
        let verified = Verifier::access_token(&self.api_key).verify(token).map_err(Error::from)?;
        Ok(seconds(verified.expires_at()))
    }
}

/// JavaScript's numbers are exact for all seconds up to the year 9999.
fn seconds(time: UnixTime) -> f64 {
    time.as_secs() as f64
}
