//! What an inspection can find in an access token, besides what it can find in any token.

use crate::inspect::finding_rules;
use crate::jwt::twilio_code;

finding_rules! {
    pub(super) ACCESS_RULES, "Access tokens";
    REGION "region" Invalid Warning []
        "The header's `twr` is not the code of a region.", "docs/global-infrastructure";
    NO_GRANTS "no-grants" Empty Warning [twilio_code::INVALID_GRANTS]
        "The token grants nothing.", "error 20106";
    NO_IDENTITY "no-identity" Missing Note []
        "There is no identity. That is allowed where no grant needs one.", "docs/iam/access-tokens";
    GRANT_SID "grant-sid" Invalid Warning [twilio_code::INVALID_GRANTS]
        "A member of a grant is not a SID of its kind, so the grant does nothing.", "docs/iam/access-tokens; error 20106";
    GRANT_SID_MISSING "grant-sid-missing" Missing Warning [twilio_code::INVALID_GRANTS]
        "A grant has no SID of the service or workspace that it is for.", "docs/iam/access-tokens; error 20106";
    RETIRED "retired" Retired Warning []
        "The token has a grant, or a member of one, that Twilio has retired.",
        "docs/iam/access-tokens; twilio-go pull request 24; twilio-python 5.7.0";
    UNKNOWN "unknown-grant" Unknown Note []
        "There is a grant, or a member of one, that is not known here.", "docs/iam/access-tokens";
}

finding_rules! {
    pub(super) VOICE_RULES, "Access tokens: Voice";
    VOICE_IDENTITY_MISSING "voice-identity-missing" Missing Warning [twilio_code::INVALID_JWT]
        "There is a Voice grant and no identity.", "error 31204";
    VOICE_EMPTY "voice-empty" Empty Warning []
        "The Voice grant allows neither incoming nor outgoing calls.", "docs/iam/access-tokens";
    VOICE_APPLICATION "voice-application" Invalid Warning [twilio_code::NO_APPLICATION]
        "Outgoing calls go to no application, or to something that is not an application SID.", "errors 21218, 31001, 31002";
    VOICE_RESERVED "voice-reserved-parameter" Reserved Warning []
        "A parameter has the same name as one that Twilio adds. Which of the two arrives is not documented.",
        "docs/api/twiml/twilio_request";
}

finding_rules! {
    pub(super) VIDEO_RULES, "Access tokens: Video";
    VIDEO_IDENTITY_MISSING "video-identity-missing" Missing Warning [twilio_code::INVALID_PARTICIPANT]
        "There is a Video grant, and the identity is missing or empty, so no room can be entered.", "error 53200";
    VIDEO_IDENTITY_TOO_LONG "video-identity-too-long" TooLarge Warning [twilio_code::PARTICIPANT_TOO_LONG]
        "There is a Video grant, and the identity is longer than 128 characters. A double-byte character counts as two.",
        "errors 53200, 53201";
    VIDEO_REGION "video-region" OtherRegion Warning []
        "There is a Video grant, and the region is not US1. Video's signalling is in US1, so the token does not connect to rooms.",
        "docs/video/tutorials/user-identity-access-tokens";
    VIDEO_ROOM "video-room" Empty Warning []
        "The room that can be entered has an empty name.", "docs/video/tutorials/user-identity-access-tokens";
}

finding_rules! {
    pub(super) OTHER_GRANT_RULES, "Access tokens: other grants";
    CHAT_ENDPOINT "chat-endpoint" Retired Note []
        "The Chat grant has an `endpoint_id`, which is deprecated.", "docs/iam/access-tokens";
    PLAYBACK_RETIRED "playback-retired" Retired Note []
        "There is a playback grant. Its product, Twilio Live, ended in 2023.", "Twilio's announcement of the end of Live";
    PLAYBACK_EMPTY "playback-empty" Empty Warning []
        "The playback grant is empty.", "Twilio's libraries";
}
