use std::borrow::Cow;

use super::family_facts::FamilyFacts;
use super::finding::{FindingKind, Findings};
use super::inspection::{Facts, Inspection};
use super::library::Library;
use crate::jwt::{
    FamilyMarks, MAX_LEN, Members, TokenKind, TokenParts, Validity, Value, VerifyErrorKind,
    claim::{self, CTY},
    claims, header, twilio_code,
};
use crate::values::UnixTime;

/// How tokens of one family are recognised and explained.
pub(crate) struct FamilyInspector {
    pub(crate) marks: &'static FamilyMarks,
    /// The members that a header of this family may have besides those of all families.
    pub(crate) header_members: &'static [&'static str],
    /// What is wrong, or odd, in the header besides what may be so in all families.
    pub(crate) inspect_header: fn(&Members<'_>, &mut Findings),
    /// What the token says, and what is wrong, or odd, with that. A half that cannot be read is `None`.
    pub(crate) inspect: fn(Option<&Members<'_>>, Option<&Members<'_>>, &mut Findings) -> Inspected,
}

/// What a family's inspector has read.
#[derive(Default)]
pub(crate) struct Inspected {
    pub(crate) facts: FamilyFacts,
    pub(crate) minted_by: Vec<Library>,
}

impl FamilyInspector {
    fn recognises(&self, header: Option<&Members<'_>>, claims: Option<&Members<'_>>) -> bool {
        let content = header.and_then(|header| header.get("cty"));
        let by_header =
            matches!(content, Some(Value::String(content)) if Some(&**content) == self.marks.content_type);
        by_header || claims.is_some_and(|claims| claims.get(self.marks.claim.name()).is_some())
    }
}

/// Explains a token. `families` are asked in turn whether it is theirs; a token of none is compared with the last.
pub(crate) fn inspect(token: &str, now: UnixTime, families: &'static [FamilyInspector]) -> Inspection {
    let mut inspector = Inspector { families, facts: Facts::default(), findings: Findings::default() };
    let kind = inspector.token(token, now);
    let Inspector { facts, findings, .. } = inspector;
    Inspection::new(kind, now, facts, findings)
}

struct Inspector {
    families: &'static [FamilyInspector],
    facts: Facts,
    findings: Findings,
}

impl Inspector {
    fn token(&mut self, token: &str, now: UnixTime) -> TokenKind {
        let Some(parts) = self.findings.take(TokenParts::split(token, MAX_LEN)) else {
            return TokenKind::Unknown;
        };
        let header = self.findings.take(header::parse(&parts.header));
        let claims = self.findings.take(claims::parse(&parts.claims));
        if parts.signature.is_none() {
            let sentence = "the signature is not one of HS256: 32 bytes";
            self.findings.refused(FindingKind::Malformed, "", twilio_code::INVALID_SIGNATURE, sentence);
        }
        self.facts.readable = header.is_some() && claims.is_some();
        let (header, claims) = (header.as_ref(), claims.as_ref());
        let family = self.families.iter().find(|family| family.recognises(header, claims));
        if let (Some(header), Some(closest)) = (header, family.or(self.families.last())) {
            self.header(header, closest);
        }
        if let (Some(claims), Some(closest)) = (claims, family.or(self.families.last())) {
            self.claims(claims, closest.marks, now);
            if family.is_none() {
                // What keeps it from being one of that family.
                self.findings.take(claims::string(claims, closest.marks.claim));
            }
        }
        let Some(family) = family else { return TokenKind::Unknown };
        let Inspected { facts, minted_by } = (family.inspect)(header, claims, &mut self.findings);
        (self.facts.family, self.facts.minted_by) = (facts, minted_by);
        family.marks.kind
    }

    fn header(&mut self, header: &Members<'_>, family: &FamilyInspector) {
        self.facts.algorithm = string(header, "alg");
        match header::check_family(header, family.marks, self.marks()) {
            Ok(()) => (family.inspect_header)(header, &mut self.findings),
            // The claims are those of this family all the same.
            Err(error) if matches!(error.kind(), VerifyErrorKind::OtherToken(_)) && error.path() == CTY => {
                let content = family.marks.content_type.unwrap_or_default();
                let sentence = format_args!("the header of {} has `cty` {content:?}", family.marks.noun);
                self.findings.refused(FindingKind::Malformed, CTY, twilio_code::INVALID_HEADER, sentence);
            }
            Err(error) => self.findings.error(&error),
        }
        let known = |name: &str| {
            matches!(name, "alg" | "typ" | "cty" | "crit" | "b64") || family.header_members.contains(&name)
        };
        if let Some(name) = header.names().find(|name| !known(name)) {
            let sentence =
                format_args!("the header has a member {name:?}, which Twilio's libraries do not write");
            self.findings.odd(FindingKind::Unusual, pointer(name), sentence);
        }
    }

    fn claims(&mut self, claims: &Members<'_>, family: &'static FamilyMarks, now: UnixTime) {
        let expires_at = self.findings.take(claims::expires_at(claims));
        let not_before = self.findings.take(claims::optional_time(claims, claim::NOT_BEFORE)).flatten();
        let issued_at = self.findings.take(claims::optional_time(claims, claim::ISSUED_AT)).flatten();
        (self.facts.expires_at, self.facts.not_before, self.facts.issued_at) =
            (expires_at, not_before, issued_at);
        // Without an end, no token is valid at any time.
        if let Some(expires_at) = expires_at {
            self.findings.validity(&Validity { expires_at, not_before, issued_at }, now);
        }
        let issuer = self.findings.take(claims::string(claims, claim::ISSUER));
        self.facts.issuer = issuer.map(str::to_owned);
        self.facts.subject = string(claims, claim::SUBJECT.name());
        if let Some(issuer) = issuer {
            self.findings.issuer(family.issuer, claim::ISSUER, issuer);
        }
        self.findings.take(family.refuse_claims_of_others(claims, self.marks()));
    }

    fn marks(&self) -> impl Iterator<Item = &'static FamilyMarks> + use<> {
        self.families.iter().map(|family| family.marks)
    }
}

impl Findings {
    /// The first claim that tokens of a family do not have.
    pub(crate) fn unusual_claim(&mut self, claims: &Members<'_>, known: &[&str], kind: &str) {
        if let Some(name) = claims.names().find(|name| !known.contains(name)) {
            let sentence = format_args!(
                "there is a claim {name:?}, which {kind} tokens of Twilio's libraries do not have"
            );
            self.odd(FindingKind::Unusual, pointer(name), sentence);
        }
    }
}

/// The path of a member (RFC 6901, section 3).
fn pointer(name: &str) -> Cow<'static, str> {
    format!("/{}", name.replace('~', "~0").replace('/', "~1")).into()
}

fn string(members: &Members<'_>, name: &str) -> Option<String> {
    match members.get(name) {
        Some(Value::String(string)) => Some(string.to_string()),
        _ => None,
    }
}
