//! Everything that is recognised around a token, or in its place.

use crate::inspect::finding_rules;
use crate::jwt::twilio_code;

finding_rules! {
    pub(in crate::inspect) PASTED_RULES, "What was pasted";
    NO_TEXT "nothing" Pasted Error [twilio_code::INVALID_TOKEN]
        "There is nothing.", "error 20101";
    INVISIBLE "invisible-characters" Pasted Error [twilio_code::INVALID_TOKEN]
        "There are characters that cannot be seen, such as a byte order mark.", "RFC 7515, section 7.1; error 20101";
    WHITE_SPACE "white-space-around" Pasted Error [twilio_code::INVALID_TOKEN]
        "There is white space before or after the token.", "RFC 7515, section 7.1; error 20101";
    WRAPPED_LINE "wrapped-line" Pasted Error [twilio_code::INVALID_TOKEN]
        "There are line breaks or spaces inside the token.", "RFC 7515, section 7.1; error 20101";
    QUOTES "quotes" Pasted Error [twilio_code::INVALID_TOKEN]
        "There are quotes around the token, or at one of its ends.", "RFC 7515, section 7.1; error 20101";
    BYTES_LITERAL "bytes-literal" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is how Python shows bytes: `b'…'`.", "twilio-python, whose versions before 7 return bytes; error 20101";
    BEARER "bearer" Pasted Error [twilio_code::INVALID_TOKEN]
        "There is the word `Bearer` before the token.", "RFC 6750, section 2.1; error 20101";
    HEADER_LINE "header-line" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is a line of an HTTP header.", "RFC 9110, section 5; error 20101";
    NAME_AND_VALUE "name-and-value" Pasted Error [twilio_code::INVALID_TOKEN]
        "There is a name before the token: `token=…`.", "error 20101";
    PERCENT "percent-encoded" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is percent-encoded, as in the query of an address.", "RFC 3986, section 2.1; error 20101";
    JSON "json" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is JSON, such as the body of a response, with a token in it or without.", "Twilio's quickstarts; error 20101";
    XML "xml" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is XML, such as TwiML.", "docs/voice/twiml; error 20101";
    HTML "html" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is an HTML page, for example an error page.", "error 20101";
    NO_VALUE "no-value" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is how a program shows that it has no value, such as `undefined`, `null` or `[object Object]`, or a placeholder.", "error 20101";
    SID_OR_SECRET "sid-or-secret" Pasted Error [twilio_code::INVALID_TOKEN]
        "It is a SID, or looks like a secret.", "docs/iam/api/authtoken; error 20101";
    OTHER_TEXT "other-text" Pasted Error [twilio_code::INVALID_TOKEN]
        "There is other text before or after the token.", "RFC 7515, section 7.1; error 20101";
    PADDING "padding" Pasted Error [twilio_code::INVALID_TOKEN]
        "Parts of the token end in `=`.", "RFC 7515, section 2; error 20101";
    PLAIN_BASE64 "plain-base64" Pasted Error [twilio_code::INVALID_TOKEN]
        "Parts of the token are base64 and not base64url: they contain `+` or `/`.", "RFC 7515, section 2; error 20101";
}
