use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::token::Token;

/// The JSON that a server answers with when a client asks for a token.
///
/// It has the fields `identity` and `token`, as in Twilio's quickstarts, and `expires_at` in Unix seconds. Give it to what
/// your web framework writes JSON with, for example axum's `Json`. Let the client fetch the next token before
/// `expires_at`. An answer with a token must not be cached, so send it with `Cache-Control: no-store`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName, TokenResponse, UnixTime};
///
/// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
///     let john = ClientName::from_static("john");
///     let token = ClientCapability::new().incoming(john.clone()).credentials(account).sign_at(UnixTime::EPOCH);
///
///     let response = serde_json::to_value(TokenResponse::new(john, &token))?;
///     assert_eq!(response["identity"], "john");
///     assert_eq!(response["token"], token.as_str());
///     assert_eq!(response["expires_at"], 3600);
///     Ok(())
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # check(&account)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct TokenResponse {
    identity: String,
    token: Token,
}

impl TokenResponse {
    /// Creates the answer with `token` for the user `identity`. It is not compared with the identity in the token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Token, TokenResponse, VoiceIdentity};
    ///
    /// fn answer(identity: &VoiceIdentity, token: &Token) -> TokenResponse {
    ///     TokenResponse::new(identity, token)
    /// }
    /// ```
    #[must_use]
    pub fn new(identity: impl AsRef<str>, token: &Token) -> Self {
        Self { identity: identity.as_ref().to_owned(), token: token.clone() }
    }

    /// What the client calls itself.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Token, TokenResponse};
    ///
    /// fn check(token: &Token) {
    ///     assert_eq!(TokenResponse::new("john", token).identity(), "john");
    /// }
    /// ```
    #[must_use]
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// The token.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{Token, TokenResponse};
    ///
    /// fn check(token: &Token) {
    ///     assert_eq!(TokenResponse::new("john", token).token().as_str(), token.as_str());
    /// }
    /// ```
    #[must_use]
    pub fn token(&self) -> &Token {
        &self.token
    }
}

impl Serialize for TokenResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut response = serializer.serialize_struct("TokenResponse", 3)?;
        response.serialize_field("identity", &self.identity)?;
        response.serialize_field("token", &self.token)?;
        response.serialize_field("expires_at", &self.token.expires_at().as_secs())?;
        response.end()
    }
}

impl fmt::Debug for TokenResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenResponse")
            .field("identity", &self.identity)
            .field("token", &self.token)
            .field("expires_at", &self.token.expires_at())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Ttl, UnixTime};

    #[test]
    fn the_answer_is_one_object_of_three_fields() {
        let token = Token::new("header.claims.signature".to_owned(), UnixTime::EPOCH.after(Ttl::MAX));
        let response = TokenResponse::new("zoë \"z\"", &token);
        assert_eq!(
            serde_json::to_string(&response).unwrap(),
            r#"{"identity":"zoë \"z\"","token":"header.claims.signature","expires_at":86400}"#
        );
        assert_eq!((response.identity(), response.token().as_str()), ("zoë \"z\"", token.as_str()));
        assert_eq!(
            format!("{response:?}"),
            r#"TokenResponse { identity: "zoë \"z\"", token: Token([redacted]), expires_at: UnixTime(86400) }"#
        );
    }
}
