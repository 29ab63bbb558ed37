use twilio_capability_rules::sid::SidKind;

use super::claims::POLICIES;
use crate::jwt::{FamilyMarks, TokenKind, twilio_code};

/// How TaskRouter capability tokens are recognised.
pub(super) static MARKS: FamilyMarks = FamilyMarks {
    kind: TokenKind::TaskRouter,
    noun: "a TaskRouter capability token",
    content_type: None,
    claim: POLICIES,
    issuer: SidKind::Account,
    other_header: twilio_code::INVALID_JWT,
    other_claims: twilio_code::INVALID_JWT,
};
