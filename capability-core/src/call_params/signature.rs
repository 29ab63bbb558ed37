//! The signature of signed parameters, as far as it can be read without the key: `<until>.<MAC>`.

use base64::Engine;

use super::PROOF;
use crate::inspect::{Findings, InWords, finding_rules};
use crate::jwt::{BASE64URL, Members, claims};
use crate::keys::MAC_LEN;
use crate::values::UnixTime;

finding_rules! {
    pub(crate) SIGNATURE_RULES, "Signed parameters";
    ENDS_EARLY "signature-ends-early" OtherEnd Warning []
        "The signature of the parameters ends more than a minute before the token. A webhook that requires the signature refuses \
         the calls between these two times.", "documentation of `ParamsKey::sign_params`";
    ENDS_LATE "signature-ends-late" OtherEnd Note []
        "The signature of the parameters ends more than a minute after the token. Until then, a later token of the same client can \
         send the same parameters again.", "documentation of `SignedParams`";
    UNREADABLE "signature-of-parameters" Malformed Note []
        "The parameter `params_signature` is not a signature that this library makes. A webhook that requires one refuses the \
         calls.", "documentation of `SignedParams`";
}

/// Two reads of the clock, or a webhook that comes soon after the call, are no reason for a finding.
const SECONDS_BETWEEN: u64 = 60;

/// Splits a signature into what is signed, the same as a time, and the MAC. There is one way to write each signature.
pub(crate) fn parse(signature: &str) -> Option<(&str, UnixTime, [u8; MAC_LEN])> {
    let (until, mac) = signature.split_once('.')?;
    let seconds: u64 = until.parse().ok()?;
    let ends = UnixTime::from_secs(seconds).ok().filter(|_| seconds.to_string() == until)?;
    let mac = BASE64URL.decode(mac).ok()?.try_into().ok()?;
    Some((until, ends, mac))
}

/// A parameter in words, if it is a signature. The words do not contain the MAC.
pub(crate) fn in_words(name: &str, value: &str) -> Option<String> {
    let (_, ends, _) = parse(value).filter(|_| name == PROOF)?;
    Some(format!("a signature until {ends}"))
}

/// What is wrong with the value of the parameter [`PROOF`].
pub(crate) fn find(findings: &mut Findings, claims: &Members<'_>, path: &'static str, signature: &str) {
    let Some((_, ends, _)) = parse(signature) else {
        let sentence = format!("the parameter `{PROOF}` is not a signature of parameters");
        return findings.add(&UNREADABLE, path, sentence);
    };
    let Ok(expires_at) = claims::expires_at(claims) else { return };
    let (ends, expires_at) = (ends.as_secs(), expires_at.as_secs());
    if ends.saturating_add(SECONDS_BETWEEN) < expires_at {
        let sentence = format!(
            "the signature of the parameters ends {} before the token: sign them until the end of the token",
            InWords(expires_at - ends)
        );
        findings.add(&ENDS_EARLY, path, sentence);
    } else if expires_at.saturating_add(SECONDS_BETWEEN) < ends {
        let sentence = format!(
            "the signature of the parameters ends {} after the token: until then, a later token of the same client can send them \
             again",
            InWords(ends - expires_at)
        );
        findings.add(&ENDS_LATE, path, sentence);
    }
}
