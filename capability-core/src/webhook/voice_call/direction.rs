use super::word::words;

words! {
    /// Which way a call goes, as Twilio sees it: the parameter `Direction`.
    ///
    /// A call that a browser or a phone makes with a token is `Inbound`, because it comes in at Twilio.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::webhook::CallDirection;
    ///
    /// assert_eq!("inbound".parse::<CallDirection>()?, CallDirection::Inbound);
    /// # Ok::<(), std::convert::Infallible>(())
    /// ```
    CallDirection {
        Inbound = "inbound",
        OutboundApi = "outbound-api",
        OutboundDial = "outbound-dial",
    }
}
