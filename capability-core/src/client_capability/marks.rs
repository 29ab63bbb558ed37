use twilio_capability_rules::sid::SidKind;

use crate::jwt::{Claim, FamilyMarks, TokenKind, twilio_code};

/// The claim that says what a token allows.
pub(super) const SCOPE_CLAIM: Claim = Claim::new("/scope", twilio_code::INVALID_GRANTS);

/// What distinguishes client capability tokens from other tokens.
pub(super) static MARKS: FamilyMarks = FamilyMarks {
    kind: TokenKind::Capability,
    noun: "a client capability token",
    content_type: None,
    claim: SCOPE_CLAIM,
    issuer: SidKind::Account,
    // A client that expects a capability token reports this code for any other token.
    other_header: twilio_code::INVALID_JWT,
    other_claims: twilio_code::INVALID_JWT,
};
