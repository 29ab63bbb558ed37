use std::borrow::Cow;

use super::errors::{NOT_THREE_PARTS, SIGNATURE_LENGTH, TOKEN_RULES};
use super::family_facts::FamilyFacts;
use super::finding::Findings;
use super::header::{CLAIM_RULES, HEADER_RULES};
use super::inspection::{Facts, Inspection};
use super::library::Library;
use super::name::NAME_RULES;
use super::pasted::{self, PASTED_RULES};
use super::rule::{FindingRule, finding_rules};
use super::secret::SECRET_RULES;
use super::spelling::Spelling;
use super::times::TIME_RULES;
use super::token_halves::TokenHalves;
use crate::jwt::{
    Document, FamilyMarks, MAX_LEN, Members, TokenKind, TokenParts, Validity, VerifyErrorKind, claim, claims,
    header, twilio_code,
};
use crate::values::UnixTime;

finding_rules! {
    pub(super) KIND_RULES, "Kinds of tokens";
    ENCRYPTED "encrypted" OtherToken Note []
        "The token has five parts: it is encrypted, as tokens of Flex and of Verify Push are.",
        "RFC 7516, section 7.1; Twilio's flex-token-validator";
    OF_NO_KIND "no-kind" OtherToken Error [twilio_code::INVALID_GRANTS]
        "The token has none of the claims that say what a token of Twilio's is for, and does not look like one.", "error 20106";
}

/// The rules that all families share.
pub(crate) static SHARED_RULES: &[&[&FindingRule]] =
    &[PASTED_RULES, KIND_RULES, TOKEN_RULES, HEADER_RULES, CLAIM_RULES, SECRET_RULES, TIME_RULES, NAME_RULES];

/// How tokens of one family are recognised and explained.
pub(crate) struct FamilyInspector {
    pub(crate) marks: &'static FamilyMarks,
    /// Whether a token that has none of the marks is likely meant to be one of this family.
    pub(crate) looks_like: fn(&TokenHalves<'_>) -> bool,
    /// For a family that is named and not read: the finding that says what it is.
    pub(crate) not_read: Option<(&'static FindingRule, &'static str)>,
    /// The members that a header of this family may have besides those of all families.
    pub(crate) header_members: &'static [&'static str],
    /// What the token says, and what is wrong, or odd, with that.
    pub(crate) inspect: fn(&TokenHalves<'_>, &mut Findings) -> Inspected,
    /// The error that Twilio's client SDKs show in place of this one.
    pub(crate) client_code: fn(u32) -> Option<u32>,
    /// All rules of this family.
    pub(crate) rules: &'static [&'static [&'static FindingRule]],
}

/// What a family's inspector has read.
#[derive(Default)]
pub(crate) struct Inspected {
    pub(crate) facts: FamilyFacts,
    /// The libraries that write such members in such an order. How each spells JSON is not its business.
    pub(crate) minted_by: Vec<Library>,
}

impl FamilyInspector {
    fn recognises(&self, halves: &TokenHalves<'_>) -> bool {
        let by_header =
            self.marks.content_type.is_some() && halves.header("cty").as_deref() == self.marks.content_type;
        by_header || halves.claims.is_some_and(|claims| claims.get(self.marks.claim.name()).is_some())
    }
}

/// Explains a token. `families` are asked in turn whether it is theirs, and then whether it looks like theirs; the header
/// and the times of a token that looks like none are compared with the last.
pub(crate) fn inspect(token: &str, now: UnixTime, families: &'static [FamilyInspector]) -> Inspection {
    let mut inspector = Inspector { families, facts: Facts::default(), findings: Findings::default() };
    let kind = inspector.text(token, now);
    let Inspector { facts, findings, .. } = inspector;
    Inspection::new(kind, now, facts, findings)
}

struct Inspector {
    families: &'static [FamilyInspector],
    facts: Facts,
    findings: Findings,
}

impl Inspector {
    /// What somebody pasted: a token, or a token with something around it, or something else.
    fn text(&mut self, text: &str, now: UnixTime) -> TokenKind {
        let error = match TokenParts::split(text, MAX_LEN) {
            Ok(parts) => return self.token(&parts, now),
            Err(error) => error,
        };
        if error.kind() == VerifyErrorKind::TooLong {
            self.findings.error(&error);
            return TokenKind::Unknown;
        }
        if pasted::is_encrypted(text) {
            return self.encrypted();
        }
        let found = pasted::unwrap(text);
        let is_explained = !found.around.is_empty();
        for (rule, sentence) in found.around {
            self.findings.add(rule, "", sentence);
        }
        let Some(inside) = found.inside.filter(|inside| inside != text) else {
            if !is_explained {
                self.not_a_token(text, &error);
            }
            return TokenKind::Unknown;
        };
        if pasted::is_encrypted(&inside) {
            return self.encrypted();
        }
        match TokenParts::split(&inside, MAX_LEN) {
            Ok(parts) => self.token(&parts, now),
            Err(error) => {
                self.not_a_token(&inside, &error);
                TokenKind::Unknown
            }
        }
    }

    fn not_a_token(&mut self, text: &str, error: &crate::jwt::VerifyError) {
        let dots = text.bytes().filter(|byte| *byte == b'.').count();
        let hint = match dots {
            _ if text.contains("...") || text.contains('…') => Some("it was shortened with dots"),
            0 | 1 if text.starts_with("ey") => Some("it was likely cut off"),
            4 => Some("an encrypted token has five"),
            _ => None,
        };
        if let Some(hint) = hint.filter(|_| error.kind() == VerifyErrorKind::Parts) {
            let sentence = format!("{error}, this has {}: {hint}", dots + 1);
            self.findings.add(&NOT_THREE_PARTS, "", sentence);
        } else {
            self.findings.error(error);
        }
    }

    fn encrypted(&mut self) -> TokenKind {
        let sentence = "it has five parts: it is encrypted (JWE), as tokens of Flex and of Verify Push are, and only Twilio can \
                        read it";
        self.findings.add(&ENCRYPTED, "", sentence);
        TokenKind::Encrypted
    }

    fn token(&mut self, parts: &TokenParts<'_>, now: UnixTime) -> TokenKind {
        let header = header::parse(&parts.header);
        let claims = claims::parse(&parts.claims);
        let halves = TokenHalves {
            header: header.as_ref().ok().map(Document::members),
            claims: claims.as_ref().ok().map(Document::members),
        };
        self.facts.readable = header.is_ok() && claims.is_ok();
        let family = self.families.iter().find(|family| family.recognises(&halves));
        self.general_facts(&halves);
        if let Some(family) = family
            && let Some((rule, sentence)) = family.not_read
        {
            self.findings.add(rule, "", sentence);
            return family.marks.kind;
        }
        for error in [header.as_ref().err(), claims.as_ref().err()].into_iter().flatten() {
            self.findings.error(error);
        }
        if parts.signature.is_none() {
            self.findings.add(
                &SIGNATURE_LENGTH,
                "",
                "the signature does not have 32 bytes, as one of HS256 has",
            );
        }
        let alike =
            self.families.iter().find(|family| family.not_read.is_none() && (family.looks_like)(&halves));
        let Some(closest) = family.or(alike).or(self.families.last()) else { return TokenKind::Unknown };
        if let Some(header) = &halves.header {
            self.findings.header(header, closest.marks);
            self.findings.take(header::check_key_id(header));
            if family.or(alike).is_some() {
                self.findings.unusual_members(header, closest.header_members);
            }
        }
        if let Some(claims) = &halves.claims {
            self.claims(claims, closest.marks, now);
        }
        let known = family.or(alike);
        if let (Some(claims), Some(known)) = (&halves.claims, known) {
            self.issuer(claims, known.marks);
        }
        if known.is_some() {
            self.family(&halves, parts, closest);
        }
        let kind = match (family, alike) {
            (Some(family), _) => family.marks.kind,
            (None, Some(alike)) => {
                self.facts.looks_like = Some(alike.marks.kind);
                self.without_mark(&halves, alike.marks);
                TokenKind::Unknown
            }
            (None, None) => {
                self.of_no_kind(&halves);
                TokenKind::Unknown
            }
        };
        if let Some(claims) = &halves.claims {
            self.findings.take(claims::check_registered(claims));
        }
        self.findings.show_wrong_values(&halves);
        if known.is_some() {
            self.findings.add_client_codes(closest.client_code);
        }
        kind
    }

    fn family(&mut self, halves: &TokenHalves<'_>, parts: &TokenParts<'_>, family: &FamilyInspector) {
        let spelling = Spelling::of(&parts.header).and(Spelling::of(&parts.claims));
        let Inspected { facts, mut minted_by } = (family.inspect)(halves, &mut self.findings);
        minted_by.retain(|library| library.spells(spelling));
        if self.facts.expires_at.is_none() {
            // A lifetime with a fraction makes such an end there; the others write whole numbers.
            minted_by.retain(|library| *library == Library::Node);
        }
        if halves.header("alg").as_deref() != Some("HS256")
            || halves.header("typ").as_deref() != Some("JWT")
            || halves.header("cty").as_deref() != family.marks.content_type
        {
            minted_by.clear();
        }
        (self.facts.family, self.facts.minted_by) = (facts, minted_by);
    }

    /// What keeps a token from being one of the family that it is compared with, unless that was found already.
    fn without_mark(&mut self, halves: &TokenHalves<'_>, marks: &FamilyMarks) {
        let Some(claims) = &halves.claims else { return };
        if !self.findings.0.iter().any(|finding| finding.path() == marks.claim.path()) {
            self.findings.take(claims::string(claims, marks.claim));
        }
    }

    /// A token that says nothing of what it allows, and does not look like one of Twilio's.
    fn of_no_kind(&mut self, halves: &TokenHalves<'_>) {
        if let Some(claims) = &halves.claims {
            let names: Vec<_> = self.marks().map(|marks| format!("`{}`", marks.claim.name())).collect();
            let sentence = format!(
                "it does not look like a token of Twilio's: of the claims that say what such a token is for ({}), it has none",
                names.join(", ")
            );
            self.findings.add(&OF_NO_KIND, "", sentence);
            self.findings.take(claims::string(claims, claim::ISSUER));
        }
    }

    /// What tokens of all kinds say.
    fn general_facts(&mut self, halves: &TokenHalves<'_>) {
        let text = |value: Option<Cow<'_, str>>| value.map(Cow::into_owned);
        self.facts.algorithm = text(halves.header("alg"));
        self.facts.issuer = text(halves.claim(claim::ISSUER.name()));
        self.facts.subject = text(halves.claim(claim::SUBJECT.name()));
        if let Some(claims) = &halves.claims {
            self.facts.expires_at = claims::expires_at(claims).ok();
            self.facts.not_before = claims::optional_time(claims, claim::NOT_BEFORE).ok().flatten();
            self.facts.issued_at = claims::optional_time(claims, claim::ISSUED_AT).ok().flatten();
        }
    }

    fn claims(&mut self, claims: &Members<'_>, family: &'static FamilyMarks, now: UnixTime) {
        let expires_at = self.findings.take(claims::expires_at(claims));
        let not_before = self.findings.take(claims::optional_time(claims, claim::NOT_BEFORE)).flatten();
        let issued_at = self.findings.take(claims::optional_time(claims, claim::ISSUED_AT)).flatten();
        // Without an end, no token is valid at any time.
        if let Some(expires_at) = expires_at {
            self.findings.validity(&Validity { expires_at, not_before, issued_at }, now);
        }
        self.findings.take(family.refuse_claims_of_others(claims, self.marks()));
    }

    fn issuer(&mut self, claims: &Members<'_>, family: &'static FamilyMarks) {
        if let Some(issuer) = self.findings.take(claims::string(claims, claim::ISSUER)) {
            self.findings.issuer(family.issuer, claim::ISSUER, &issuer);
        }
    }

    fn marks(&self) -> impl Iterator<Item = &'static FamilyMarks> + use<> {
        self.families.iter().map(|family| family.marks)
    }
}
