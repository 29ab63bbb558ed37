use twilio_capability_rules::policy_url::{self, PolicyUrlError};

use super::string_value::string_value;

string_value! {
    /// What a policy of a TaskRouter capability token is about: a path below the workspace, or a full URL.
    ///
    /// `/` is the workspace itself. `*` stands for one segment of the path and `**` for all that follow. A full URL starts with
    /// `https://taskrouter.twilio.com/` or `https://event-bridge.twilio.com/`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::PolicyUrl;
    ///
    /// const TASKS: PolicyUrl = PolicyUrl::from_static("/Tasks/**");
    /// assert_eq!("/Tasks/**".parse::<PolicyUrl>()?, TASKS);
    /// assert!("/Tasks?Priority=1".parse::<PolicyUrl>().is_err());
    /// # Ok::<(), twilio_capability::PolicyUrlError>(())
    /// ```
    PolicyUrl, PolicyUrlError, [policy_url::check], "policy URL", "/Tasks/**", "Tasks"
}
