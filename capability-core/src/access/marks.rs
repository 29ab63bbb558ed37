use twilio_capability_rules::sid::SidKind;

use super::grants::wire::GRANTS;
use super::header::CONTENT_TYPE;
use crate::jwt::{FamilyMarks, TokenKind, twilio_code};

/// How access tokens are told from others.
pub(super) static MARKS: FamilyMarks = FamilyMarks {
    kind: TokenKind::Access,
    noun: "an access token",
    content_type: Some(CONTENT_TYPE),
    claim: GRANTS,
    issuer: SidKind::ApiKey,
    // Access tokens are told by their header.
    other_header: twilio_code::INVALID_HEADER,
    other_claims: twilio_code::INVALID_TOKEN,
};
