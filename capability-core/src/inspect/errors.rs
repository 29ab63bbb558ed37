//! The findings that a verifier would report too: what cannot be read, or is missing.

use super::duration::InWords;
use super::finding::{Finding, Findings};
use super::header::shortened;
use super::rule::{FindingRule, finding_rules};
use super::token_halves::TokenHalves;
use crate::jwt::{Dotted, Members, Value, VerifyError, VerifyErrorKind, twilio_code};

finding_rules! {
    pub(super) TOKEN_RULES, "Any token";
    TOO_LONG "too-long" Malformed Warning [twilio_code::INVALID_TOKEN]
        "The token is longer than 16 KiB, so it is not read. HTTP servers do not accept such a long header.",
        "limits of HTTP servers";
    NOT_THREE_PARTS "not-three-parts" Malformed Error [twilio_code::INVALID_TOKEN]
        "The token does not have three parts with a dot between them.", "RFC 7515, section 7.1; error 20101";
    NOT_BASE64URL "not-base64url" Malformed Error [twilio_code::INVALID_TOKEN]
        "A part of the token is not base64url without padding.", "RFC 7515, section 2; error 20101";
    SIGNATURE_LENGTH "signature-length" Malformed Error [twilio_code::INVALID_SIGNATURE]
        "The signature does not have the 32 bytes of one of HS256.", "RFC 7518, section 3.2; error 20107";
    NOT_JSON "not-json" Malformed Error [twilio_code::INVALID_TOKEN, twilio_code::INVALID_HEADER]
        "The header or the claims are not a JSON object in UTF-8.", "RFC 7519, section 7.2; errors 20101, 20102";
    DUPLICATE_MEMBER "duplicate-member" Malformed Error [twilio_code::INVALID_TOKEN, twilio_code::INVALID_HEADER]
        "A JSON object has two members of the same name.", "RFC 7519, section 4; errors 20101, 20102";
    TOO_DEEP "too-deep" Malformed Error [twilio_code::INVALID_TOKEN, twilio_code::INVALID_HEADER]
        "The JSON is nested more than 32 levels deep.", "errors 20101, 20102";
    OTHER_TOKEN "other-token" OtherToken Error [
        twilio_code::INVALID_HEADER, twilio_code::INVALID_JWT
    ]
        "The token is of another kind than the one that is expected.", "errors 20102, 31204";
    CLAIMS_OF_TWO_KINDS "claims-of-two-kinds" Malformed Error [twilio_code::INVALID_TOKEN, twilio_code::INVALID_JWT]
        "The claims say what tokens of two kinds allow.", "errors 20101, 31204";
    MISSING_CLAIM "missing-claim" Missing Error [
        twilio_code::INVALID_EXPIRATION, twilio_code::INVALID_ISSUER, twilio_code::INVALID_GRANTS
    ]
        "A claim that every token of this kind has is missing.", "docs/iam/access-tokens; errors 20103, 20106, 20156";
    WRONG_TYPE "wrong-type" Malformed Error [
        twilio_code::INVALID_TOKEN, twilio_code::INVALID_HEADER, twilio_code::INVALID_ISSUER, twilio_code::INVALID_GRANTS,
        twilio_code::INVALID_EXPIRATION
    ]
        "A claim, or a member of the header, is not of its type: a time in quotes, for example.",
        "RFC 7519, section 4.1; docs/iam/access-tokens; errors 20101 to 20103, 20106, 20156";
    BEFORE_1970 "before-1970" Malformed Error [twilio_code::INVALID_EXPIRATION, twilio_code::INVALID_TOKEN]
        "A time is negative.", "RFC 7519, section 2; errors 20101, 20156";
    MILLISECONDS "milliseconds" Milliseconds Error [twilio_code::LIFETIME_TOO_LONG, twilio_code::INVALID_TOKEN]
        "A time is after the year 9999, as one in milliseconds is.", "RFC 7519, section 2; errors 20101, 20157";
    AUDIENCE "audience" Unusual Warning [twilio_code::INVALID_TOKEN]
        "The token has an audience (`aud`). Twilio's tokens have none, and a verifier of this library refuses it.",
        "RFC 7519, section 4.1.3; error 20101";
    EXPIRED "expired" Expired Error [twilio_code::EXPIRED] "The token has expired.", "error 20104";
    NOT_YET_VALID "not-yet-valid" NotYetValid Error [twilio_code::NOT_YET_VALID]
        "The token is not yet valid.", "error 20105";
    LIFETIME_TOO_LONG "lifetime-too-long" LifetimeTooLong Error [twilio_code::LIFETIME_TOO_LONG]
        "The token lives for more than 24 hours, counted from `iat`, or from now where there is none.", "error 20157";
    NEVER_VALID "never-valid" NeverValid Warning []
        "The token starts, or was issued, at or after its end, so it is never valid.", "RFC 7519, section 4.1";
}

impl Findings {
    /// Adds to each finding about a value of a wrong type which value it is: an error of a verifier does not say it.
    pub(super) fn show_wrong_values(&mut self, halves: &TokenHalves<'_>) {
        for finding in &mut self.0 {
            if ![&WRONG_TYPE, &BEFORE_1970].contains(&finding.rule()) {
                continue;
            }
            let mut halves = [halves.claims, halves.header].into_iter().flatten();
            if let Some(value) = halves.find_map(|members| at_path(&members, finding.path())) {
                finding.add_words(&format!(": it is {}", shortened(&value)));
            }
        }
    }

    /// Adds the error if there is one.
    pub(crate) fn take<T>(&mut self, result: Result<T, VerifyError>) -> Option<T> {
        result.map_err(|error| self.error(&error)).ok()
    }

    pub(crate) fn error(&mut self, error: &VerifyError) {
        let is_known = |finding: &Finding| finding.rule() == &WRONG_TYPE && finding.path() == error.path();
        if error.kind() == VerifyErrorKind::WrongType && self.0.iter().any(is_known) {
            return;
        }
        self.add_with_code(rule(error), error.twilio_code(), error.path(), sentence(error));
    }
}

/// The value at a path of known names, which need no escapes.
fn at_path<'a>(members: &Members<'a>, path: &str) -> Option<Value<'a>> {
    let (first, rest) = match path.strip_prefix('/')?.split_once('/') {
        Some((first, _)) => (first, path.get(1 + first.len()..)?),
        None => (path.get(1..)?, ""),
    };
    if rest.is_empty() { members.get(first) } else { at_path(&members.object(first).ok()??, rest) }
}

fn rule(error: &VerifyError) -> &'static FindingRule {
    match error.kind() {
        VerifyErrorKind::TooLong => &TOO_LONG,
        VerifyErrorKind::Parts => &NOT_THREE_PARTS,
        VerifyErrorKind::Encoding => &NOT_BASE64URL,
        VerifyErrorKind::DuplicateMember => &DUPLICATE_MEMBER,
        VerifyErrorKind::TooDeep => &TOO_DEEP,
        VerifyErrorKind::OtherToken(_) => &CLAIMS_OF_TWO_KINDS,
        VerifyErrorKind::Missing => &MISSING_CLAIM,
        VerifyErrorKind::WrongType => &WRONG_TYPE,
        VerifyErrorKind::OutOfRange if error.is_too_large() => &MILLISECONDS,
        VerifyErrorKind::OutOfRange => &BEFORE_1970,
        VerifyErrorKind::Audience => &AUDIENCE,
        VerifyErrorKind::Expired => &EXPIRED,
        VerifyErrorKind::NotYetValid => &NOT_YET_VALID,
        VerifyErrorKind::LifetimeTooLong => &LIFETIME_TOO_LONG,
        VerifyErrorKind::NeverValid => &NEVER_VALID,
        // Everything else that an inspection comes by is JSON that cannot be read.
        _ => &NOT_JSON,
    }
}

fn sentence(error: &VerifyError) -> String {
    let seconds = InWords(error.seconds());
    match error.kind() {
        VerifyErrorKind::Expired => format!("it expired {seconds} ago"),
        VerifyErrorKind::NotYetValid => format!("it starts in {seconds}"),
        VerifyErrorKind::LifetimeTooLong => {
            format!("it lives for {seconds} or more, at most 24 hours are allowed")
        }
        VerifyErrorKind::OutOfRange if error.is_too_large() => {
            let (claim, value) = (Dotted(error.path()), error.seconds());
            format!(
                "the claim `{claim}` is {value}, after the year 9999: are these milliseconds? Times are in seconds"
            )
        }
        VerifyErrorKind::NeverValid => {
            format!("it is never valid: it {} at or after its end", error.expected())
        }
        _ => error.to_string(),
    }
}
