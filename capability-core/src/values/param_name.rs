use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// The name of a parameter that Twilio passes to the application's webhook.
    ///
    /// It has one or more visible characters, and is not a name that Twilio's request already has, such as `From` or
    /// `CallSid`. It is not `params_signature` either, which signed parameters add.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::ParamName;
    ///
    /// let error = "CallSid".parse::<ParamName>().unwrap_err();
    /// assert_eq!(error.to_string(), "the parameter `CallSid` would shadow the `CallSid` that Twilio adds");
    /// ```
    ParamName, StringError, [StringRule::PARAM_NAME.check] [StringRule::PARAM_NAME.check_at_run_time], "parameter name"
}

string_value! {
    /// The name of a filter of an event stream. It has one or more visible characters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::FilterName;
    ///
    /// let name: FilterName = "CallSid".parse()?;
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    FilterName, StringError, [StringRule::FILTER_NAME.check] [StringRule::FILTER_NAME.check_at_run_time], "filter name"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_32_hexadecimal_digits_comes_from_run_time_only() {
        let uuid = "6f1c2b3a4d5e6f708192a3b4c5d6e7f8";
        assert_eq!(uuid.parse::<ParamName>().unwrap(), uuid);
        assert_eq!(uuid.parse::<FilterName>().unwrap(), uuid);
    }

    #[test]
    #[should_panic(expected = "this looks like a secret, not a parameter name (it is not shown here)")]
    fn a_secret_in_the_source_is_refused() {
        let _ = ParamName::from_static("6f1c2b3a4d5e6f708192a3b4c5d6e7f8");
    }

    #[test]
    fn reserved_names_are_refused_only_for_parameters() {
        for name in ["\"To\"", "\"params_signature\""] {
            assert!(serde_json::from_str::<ParamName>(name).is_err());
            assert!(serde_json::from_str::<FilterName>(name).is_ok());
        }
    }
}
