//! How tokens of one family are told from those of the others.

use twilio_capability_rules::sid::SidKind;

use super::claim::Claim;
use super::error::{VerifyError, VerifyErrorKind};
use super::json_read::Members;
use super::token_kind::TokenKind;

/// What only tokens of one family have.
#[derive(Debug)]
pub(crate) struct FamilyMarks {
    pub(crate) kind: TokenKind,
    /// What to call such a token in a sentence: `an access token`.
    pub(crate) noun: &'static str,
    /// The header's `cty`.
    pub(crate) content_type: Option<&'static str>,
    /// The claim that says what such a token allows.
    pub(crate) claim: Claim,
    /// Whose SID the claim `iss` holds.
    pub(crate) issuer: SidKind,
    /// The error that Twilio documents where a token of another family, with another header, stands in this one's place.
    pub(crate) other_header: u32,
    /// As `other_header`, where the header is right and the claims are those of another family.
    pub(crate) other_claims: u32,
}

impl FamilyMarks {
    /// Refuses claims that say what a token of another family allows: no reader is to choose which of two rights holds.
    pub(crate) fn refuse_claims_of_others(
        &self,
        claims: &Members<'_>,
        families: impl IntoIterator<Item = &'static Self>,
    ) -> Result<(), VerifyError> {
        for other in families {
            if other.kind != self.kind && claims.get(other.claim.name()).is_some() {
                let error = VerifyError::claim(VerifyErrorKind::OtherToken(other.kind), other.claim);
                return Err(error.expecting(self.noun).code(self.other_claims));
            }
        }
        Ok(())
    }
}
