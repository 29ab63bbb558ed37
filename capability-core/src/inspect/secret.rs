//! Secrets in a token, and SIDs in whose place one is.

use std::borrow::Cow;
use std::fmt;

use twilio_capability_rules::sid::{SidError, SidErrorKind, SidKind};

use super::finding::Findings;
use super::quoted::QuotedAscii;
use super::rule::{FindingRule, finding_rules};
use crate::jwt::{Claim, twilio_code};

finding_rules! {
    pub(super) SECRET_RULES, "SIDs and secrets";
    ISSUER "issuer" Invalid Error [twilio_code::INVALID_ISSUER]
        "The claim `iss` or `sub` is not a SID of its kind.", "docs/iam/access-tokens; error 20103";
    SECRET "secret" Secret Warning []
        "The token contains what looks like a secret. Whoever has the token can read it.", "RFC 7519, section 11.1";
}

/// Whether a string contains 32 or 64 hexadecimal digits in a row, as an auth token or a key for parameters has, and is not a
/// SID.
pub(super) fn is_like(value: &str) -> bool {
    SidKind::of(value).is_none_or(|kind| kind.check(value).is_err())
        && SidKind::Account.check(value).is_err_and(|error| error.kind() == SidErrorKind::Secret)
}

/// Whether a string has the form of an API secret: 32 letters and digits. So has many a name, but none where a SID belongs.
fn is_like_api_secret(value: &str) -> bool {
    value.len() == 32
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_lowercase())
}

impl Findings {
    /// A SID that the claim `iss` or `sub` is.
    pub(crate) fn issuer(&mut self, expected: SidKind, claim: Claim, value: &str) {
        self.sid(&ISSUER, expected, (format_args!("the claim `{}`", claim.name()), claim.path()), value);
    }

    /// A SID of this kind, in a place with a name and a path.
    pub(crate) fn sid(
        &mut self,
        rule: &'static FindingRule,
        expected: SidKind,
        (place, path): (impl fmt::Display, &'static str),
        value: &str,
    ) {
        let Err(error) = expected.check(value) else { return };
        self.add(rule, path, format_args!("{place} is {}", SidFault { value, error }));
        if error.kind() == SidErrorKind::Secret || is_like_api_secret(value) {
            self.secret(place, path);
        }
    }

    /// A value that may be a secret, by its name and by what it looks like.
    pub(crate) fn secret_in(
        &mut self,
        name: &str,
        value: &str,
        place: impl fmt::Display,
        path: impl Into<Cow<'static, str>>,
    ) {
        const NAMES: [&str; 5] = ["token", "secret", "password", "auth", "key"];
        if !is_like(value) {
            return;
        }
        let name = name.to_ascii_lowercase();
        if NAMES.iter().any(|word| name.contains(word)) {
            self.secret(place, path);
        }
    }

    /// A secret that everyone can read.
    pub(super) fn secret(&mut self, place: impl fmt::Display, path: impl Into<Cow<'static, str>>) {
        let sentence = format!(
            "{place} looks like a secret, such as an auth token, an API secret or a key for parameters. It is not encrypted: whoever has the token \
             can read it. If it is a secret, replace it (an auth token or an API secret: in the Twilio Console)"
        );
        self.add(&SECRET, path, sentence);
    }
}

/// A string that should be a SID, and why it is none. Says what it is, unlike the rule, which says nothing of a secret.
struct SidFault<'a> {
    value: &'a str,
    error: SidError,
}

impl fmt::Display for SidFault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (value, expected) = (QuotedAscii(self.value), self.error.expected().a_noun());
        match self.error.kind() {
            SidErrorKind::Empty => write!(f, "empty: {expected} belongs there"),
            SidErrorKind::Secret => write!(f, "{value}, which looks like a secret, not {expected}"),
            _ => write!(f, "{value}: {} ({})", self.error.headline(), self.error.help()),
        }
    }
}
