//! The identity that an access token is for: the member `identity` of the claim `grants`.

use twilio_capability_rules::string::StringRule;

use super::wire::{Unreadable, member};
use crate::inspect::{FindingKind, Findings};
use crate::jwt::{Claim, twilio_code};

/// The member of `grants` for the identity.
pub(in crate::access) const IDENTITY: Claim = member("/grants/identity");

/// Finds what is wrong with the identity. An empty identity counts as missing.
pub(super) fn find(
    identity: Option<&str>,
    for_voice: bool,
    unreadable: &Unreadable<'_>,
    findings: &mut Findings,
) {
    let path = IDENTITY.path();
    match identity {
        None if unreadable.contains(IDENTITY) => {}
        None | Some("") if for_voice => {
            let sentence = "there is no identity, which Voice needs";
            findings.refused(FindingKind::Missing, path, twilio_code::INVALID_JWT, sentence);
        }
        None | Some("") => {
            findings.odd(FindingKind::Missing, path, "there is no identity: the token is for nobody");
        }
        Some(identity) if for_voice => {
            if let Err(error) = StringRule::VOICE_IDENTITY.check(identity) {
                findings.refused(FindingKind::Invalid, path, twilio_code::INVALID_CLIENT_NAME, error);
            }
        }
        Some(_) => {}
    }
}
