use twilio_capability_rules::string::{StringError, StringRule};

use super::string_value::string_value;

string_value! {
    /// What a TaskRouter worker may do: Twilio has `worker` and `supervisor`.
    ///
    /// ```
    /// use twilio_capability_core::WorkerRole;
    ///
    /// assert_eq!(WorkerRole::WORKER, "worker".parse::<WorkerRole>()?);
    /// # Ok::<(), twilio_capability_core::StringError>(())
    /// ```
    WorkerRole, StringError, [StringRule::WORKER_ROLE.check], "role", "worker", ""
}

impl WorkerRole {
    /// `worker`
    ///
    /// ```
    /// # use twilio_capability_core::WorkerRole;
    /// assert_eq!(WorkerRole::WORKER.as_str(), "worker");
    /// ```
    pub const WORKER: Self = Self::from_static("worker");

    /// `supervisor`
    ///
    /// ```
    /// # use twilio_capability_core::WorkerRole;
    /// assert_eq!(WorkerRole::SUPERVISOR.as_str(), "supervisor");
    /// ```
    pub const SUPERVISOR: Self = Self::from_static("supervisor");
}
