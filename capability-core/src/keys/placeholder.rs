//! Placeholders of examples, which people leave in a configuration.

/// In small letters.
const PLACEHOLDERS: [&str; 14] = [
    "your_auth_token",
    "your_twilio_auth_token",
    "your_account_auth_token",
    "your_api_secret",
    "your_api_key_secret",
    "your_twilio_api_secret",
    "your_twilio_api_key_secret",
    "your_shared_key",
    "auth_token",
    "api_secret",
    "shared_key",
    "changeme",
    "change_me",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
];

/// The start of the ID of a shared key, which is not its secret. Each request contains it.
const SHARED_KEY_ID: &str = "webhooks_sharedkey_";

/// Whether `value` is one of the placeholders, in either case, or the ID of a shared key.
pub(super) fn is_placeholder(value: &str) -> bool {
    PLACEHOLDERS.iter().any(|placeholder| value.eq_ignore_ascii_case(placeholder))
        || value.starts_with(SHARED_KEY_ID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_placeholders_count() {
        assert!(PLACEHOLDERS.iter().all(|placeholder| is_placeholder(placeholder)));
        assert!(is_placeholder("webhooks_sharedkey_0") && !is_placeholder("webhooks_shared"));
        assert!(is_placeholder("YOUR_AUTH_TOKEN") && is_placeholder("XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"));
        for other in
            ["", "not_a_real_auth_token", "your_auth_token2", "0123456789abcdef0123456789abcdef", "x"]
        {
            assert!(!is_placeholder(other), "{other}");
        }
    }
}
