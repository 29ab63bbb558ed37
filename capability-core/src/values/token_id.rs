use twilio_capability_rules::label::{self, LabelError};

use super::string_value::string_value;

string_value! {
    /// What tells a token from all others: its `jti` claim.
    ///
    /// ```
    /// use twilio_capability_core::TokenId;
    ///
    /// let id: TokenId = "order-4711".parse()?;
    /// # Ok::<(), twilio_capability_core::LabelError>(())
    /// ```
    TokenId, LabelError, label::check_token_id, "token ID", "order-4711", ""
}
