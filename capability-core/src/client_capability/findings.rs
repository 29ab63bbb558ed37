//! What an inspection can find in a client capability token, besides what it can find in any token.

use crate::inspect::finding_rules;
use crate::jwt::twilio_code;

finding_rules! {
    pub(super) SCOPE_RULES, "Client capability tokens";
    SCOPE_MALFORMED "scope-malformed" Malformed Error [twilio_code::INVALID_GRANTS]
        "The scope cannot be read: an escape or a character in it is wrong, or a scope has no service or no permission.",
        "scope grammar of twilio.js 1.4; error 20106";
    SCOPE_EMPTY "scope-empty" Empty Warning [twilio_code::INVALID_GRANTS]
        "The scope is empty, or nothing in it is known: the token allows nothing.", "error 20106";
    SCOPE_KEY "scope-key" Unknown Warning [twilio_code::INVALID_GRANTS]
        "A scope has a key that it does not have, twice, or without a value. It is ignored, as is a parameter whose `&` was not \
         encoded.", "twilio-ruby issue 373; error 20106";
    SCOPE_WORD "scope-word" Injection Warning [twilio_code::INVALID_GRANTS]
        "A word of the scope is not a scope, as when a space in a name was not encoded.",
        "defects of twilio-java and twilio-csharp; error 20106";
    SCOPE_SERVICE "scope-service" Unknown Warning [twilio_code::INVALID_GRANTS]
        "A scope is none of `client:incoming`, `client:outgoing` and `stream:subscribe`.",
        "Twilio's libraries, see tests/vectors; error 20106";
    SCOPE_SPACES "scope-spaces" Malformed Warning [twilio_code::INVALID_GRANTS]
        "There is more than one space between two scopes, or a space at an end.", "Twilio's libraries, see tests/vectors; error 20106";
    SCOPE_TWICE "scope-twice" Injection Warning []
        "There are several scopes of one kind, as when a space in a name was not encoded.",
        "defects of twilio-java and twilio-csharp";
    NO_CLIENT_NAME "no-client-name" Missing Warning [twilio_code::INVALID_CLIENT_NAME]
        "The incoming scope has no client name, so the client cannot be called.",
        "docs/voice/client/tutorials/capability-tokens; error 31105";
    APPLICATION "application" Invalid Warning [twilio_code::NO_APPLICATION]
        "The `appSid` of an outgoing scope is not an application SID, so no call can be made.", "errors 21218, 31001, 31002";
    RESERVED "reserved-parameter" Reserved Warning []
        "A parameter of an outgoing scope has the name of one that Twilio adds. Which arrives is not documented.",
        "docs/api/twiml/twilio_request";
    REPEATED "repeated-parameter" Repeated Warning []
        "A parameter or a filter occurs twice. Which counts is not documented.", "docs/api/twiml/twilio_request";
    PARAMS_TOO_LONG "parameters-too-long" TooLarge Note [twilio_code::PARAMS_TOO_LONG]
        "The parameters of an outgoing scope have more than 800 bytes.", "error 31103";
    EVENTS_PATH "events-path" Unknown Warning []
        "The path of an event scope is not `/2010-04-01/Events`.", "Twilio's libraries, see tests/vectors";
}
