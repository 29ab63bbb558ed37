use std::borrow::Cow;

use twilio_capability_rules::string::{StringError, StringRule};

use super::escape::escaped;
use super::string_value::string_value;

string_value! {
    /// The name of a client: the name that receives calls and that calls come from.
    ///
    /// It has 1 to 121 letters (`A-Z`, `a-z`), digits and underscores. This is Twilio's rule for capability tokens
    /// (error 31105). [`ClientName::escaped`] makes a client name from any user name. [`ClientName::lenient`] accepts the
    /// wider rule of `<Client>`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ClientName;
    ///
    /// const JOHN: ClientName = ClientName::from_static("john");
    ///
    /// let error = "john smith".parse::<ClientName>().unwrap_err();
    /// assert_eq!(error.to_string(), "character 5 of this client name is a space");
    /// assert_eq!(JOHN.as_str(), "john");
    /// ```
    ClientName, StringError, [StringRule::CLIENT_NAME.check] [StringRule::CLIENT_NAME.check_at_run_time], "client name"
}

escaped!(ClientName, "client name");

impl ClientName {
    /// Creates a name by the wider rule of the `<Client>` noun in TwiML.
    ///
    /// It has 1 to 256 characters, without white space, invisible characters and `<`, `>`, `#`, `%`, `"`. Use it if you
    /// already have such names and they work. Twilio documents only the strict rule for capability tokens.
    ///
    /// # Errors
    ///
    /// A character is not allowed, or the length is wrong.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ClientName;
    ///
    /// let name = ClientName::lenient("zoë@example.com")?;
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    pub fn lenient(name: impl Into<String>) -> Result<Self, StringError> {
        let name = name.into();
        StringRule::LENIENT_CLIENT_NAME.check_at_run_time(&name)?;
        Ok(Self(Cow::Owned(name)))
    }
}

/// Refuses a name that is longer than any that Twilio takes. No other fault of a name makes Twilio refuse the whole token.
pub(crate) fn refuse_too_long(name: &str) -> Result<(), StringError> {
    match StringRule::LENIENT_CLIENT_NAME.check_length(name) {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_name_equals_a_parsed_one() {
        const JOHN: ClientName = ClientName::from_static("john");
        assert_eq!(JOHN, "john".parse::<ClientName>().unwrap());
        assert_eq!(JOHN, ClientName::lenient("john").unwrap());
        assert_eq!(format!("{JOHN:?} {JOHN:>6}"), "ClientName(\"john\")   john");
    }

    #[test]
    fn a_name_of_32_hexadecimal_digits_comes_from_run_time_only() {
        let uuid = "6f1c2b3a4d5e6f708192a3b4c5d6e7f8";
        assert_eq!(uuid.parse::<ClientName>().unwrap(), uuid);
        assert_eq!(ClientName::lenient(uuid).unwrap(), uuid);
        assert_eq!(serde_json::from_str::<ClientName>(&format!("\"{uuid}\"")).unwrap(), uuid);
    }

    #[test]
    #[should_panic(expected = "this looks like a secret, not a client name (it is not shown here)")]
    fn a_secret_in_the_source_is_refused() {
        let _ = ClientName::from_static("6f1c2b3a4d5e6f708192a3b4c5d6e7f8");
    }

    #[test]
    fn a_name_is_a_string_in_serde() {
        let name: ClientName = serde_json::from_str("\"john\"").unwrap();
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"john\"");
        let error = serde_json::from_str::<ClientName>("\"j n\"").unwrap_err();
        assert!(error.to_string().starts_with("character 2 of this client name is a space"), "{error}");
    }
}
