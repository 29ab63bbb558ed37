use super::word::words;

words! {
    /// How far a call is: the parameter `CallStatus`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::CallStatus;
    ///
    /// assert_eq!("in-progress".parse::<CallStatus>()?, CallStatus::InProgress);
    /// # Ok::<(), std::convert::Infallible>(())
    /// ```
    CallStatus {
        Queued = "queued",
        Initiated = "initiated",
        Ringing = "ringing",
        InProgress = "in-progress",
        Completed = "completed",
        Busy = "busy",
        Failed = "failed",
        NoAnswer = "no-answer",
        Canceled = "canceled",
    }
}
