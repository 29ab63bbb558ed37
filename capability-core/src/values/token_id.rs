use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// The ID of a token: its `jti` claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::TokenId;
    ///
    /// let id: TokenId = "order-4711".parse()?;
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    TokenId, StringError, [StringRule::TOKEN_ID.check], "token ID", "order-4711", ""
}
