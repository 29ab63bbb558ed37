/// The parameter that holds the signature of the other parameters of a call, where they are signed.
///
/// ```
/// use twilio_capability_rules::string::SIGNATURE_PARAM;
///
/// assert_eq!(SIGNATURE_PARAM, "params_signature");
/// ```
pub const SIGNATURE_PARAM: &str = "params_signature";

/// The parameters that Twilio sends with a voice request, in alphabetical order.
///
/// Source: "Twilio's request to your application", in the TwiML docs. Twilio sends `ApplicationSid` only in
/// requests to an application, but all calls that these tokens allow are such requests.
pub(super) const REQUEST_PARAMS: [&str; 29] = [
    "AccountSid",
    "ApiVersion",
    "ApplicationSid",
    "CallSid",
    "CallStatus",
    "Called",
    "CalledCity",
    "CalledCountry",
    "CalledState",
    "CalledZip",
    "Caller",
    "CallerCity",
    "CallerCountry",
    "CallerName",
    "CallerState",
    "CallerZip",
    "Direction",
    "ForwardedFrom",
    "From",
    "FromCity",
    "FromCountry",
    "FromState",
    "FromZip",
    "ParentCallSid",
    "To",
    "ToCity",
    "ToCountry",
    "ToState",
    "ToZip",
];
