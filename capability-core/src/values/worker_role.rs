use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// The role of a TaskRouter worker. Twilio has `worker` and `supervisor`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::WorkerRole;
    ///
    /// assert_eq!(WorkerRole::WORKER, "worker".parse::<WorkerRole>()?);
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    WorkerRole, StringError, [StringRule::WORKER_ROLE.check], "role", "worker", ""
}

impl WorkerRole {
    /// The role `worker`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::WorkerRole;
    ///
    /// assert_eq!(WorkerRole::WORKER.as_str(), "worker");
    /// ```
    pub const WORKER: Self = Self::from_static("worker");

    /// The role `supervisor`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::WorkerRole;
    ///
    /// assert_eq!(WorkerRole::SUPERVISOR.as_str(), "supervisor");
    /// ```
    pub const SUPERVISOR: Self = Self::from_static("supervisor");
}
