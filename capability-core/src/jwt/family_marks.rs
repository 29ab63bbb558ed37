//! What distinguishes the tokens of one family from those of the others.

use twilio_capability_rules::sid::SidKind;

use super::claim::Claim;
use super::error::VerifyError;
use super::error_kind::VerifyErrorKind;
use super::json_read::Members;
use super::token_kind::TokenKind;

/// The properties that only the tokens of one family have.
#[derive(Debug)]
pub(crate) struct FamilyMarks {
    pub(crate) kind: TokenKind,
    /// The name of such a token in a sentence: `an access token`.
    pub(crate) noun: &'static str,
    /// The header's `cty`.
    pub(crate) content_type: Option<&'static str>,
    /// The claim that says what such a token allows.
    pub(crate) claim: Claim,
    /// The kind of SID in the claim `iss`.
    pub(crate) issuer: SidKind,
    /// The error code that Twilio documents if a token of another family, with another header, is used instead.
    pub(crate) other_header: u32,
    /// Like `other_header`, if the header is right and the claims belong to another family.
    pub(crate) other_claims: u32,
}

impl FamilyMarks {
    /// Refuses a token that also has the claim of another family, because two readers could read it differently.
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
