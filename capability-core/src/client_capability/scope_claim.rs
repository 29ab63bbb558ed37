use crate::jwt::{Claim, twilio_code};

/// The claim that says what a client capability token allows.
pub(super) const SCOPE_CLAIM: Claim = Claim::new("/scope", twilio_code::INVALID_GRANTS);
