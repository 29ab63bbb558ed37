//! What is wrong, or odd, with the header of a token, and members that nobody expects.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::finding::Findings;
use super::quoted::{Quoted, QuotedAscii, QuotedJson};
use super::rule::finding_rules;
use super::secret;
use crate::jwt::{FamilyMarks, Members, Value, claim::AUDIENCE, claim::CTY, twilio_code};

finding_rules! {
    pub(super) HEADER_RULES, "Header";
    ALGORITHM "algorithm" Malformed Error [twilio_code::INVALID_HEADER]
        "The header's `alg` is not `HS256`.", "docs/iam/access-tokens; error 20102";
    EXTENSION "extension" Malformed Error [twilio_code::INVALID_HEADER]
        "The header asks for an extension (`crit` or `b64`).", "RFC 7515, section 4.1.11; RFC 7797; error 20102";
    TYPE "type" Malformed Error [twilio_code::INVALID_HEADER]
        "The header's `typ` is not `JWT`.", "docs/iam/access-tokens; error 20102";
    TYPE_MISSING "type-missing" Missing Warning [twilio_code::INVALID_HEADER]
        "The header has no `typ`. All of Twilio's libraries write one.", "docs/iam/access-tokens; error 20102";
    CONTENT_TYPE "content-type" Malformed Error [twilio_code::INVALID_HEADER]
        "The header's `cty` is missing, or not that of tokens of this kind.", "docs/iam/access-tokens; error 20102";
    UNUSUAL_MEMBER "unusual-header-member" Unusual Note []
        "The header has a member that Twilio's libraries do not write.", "Twilio's libraries, see tests/vectors";
}

finding_rules! {
    pub(super) CLAIM_RULES, "Claims";
    UNUSUAL_CLAIM "unusual-claim" Unusual Note []
        "There is a claim that tokens of this kind do not have.", "Twilio's libraries, see tests/vectors";
}

impl Findings {
    /// What a verifier of the family refuses in a header, and what is missing in it.
    pub(super) fn header(&mut self, header: &Members<'_>, family: &FamilyMarks) {
        match header.get("alg") {
            Some(Value::String(algorithm)) if algorithm == "HS256" => {}
            Some(other) => {
                let sentence = format!("the header's `alg` is {}, not \"HS256\"", shown(&other));
                self.add(&ALGORITHM, "/alg", sentence);
            }
            None => self.add(&ALGORITHM, "/alg", "the header has no `alg`: Twilio takes \"HS256\""),
        }
        for (name, path) in [("crit", "/crit"), ("b64", "/b64")] {
            if header.get(name).is_some() {
                let sentence = format!("the header asks for an extension: it has `{name}`");
                self.add(&EXTENSION, path, sentence);
            }
        }
        match header.get("typ") {
            Some(Value::String(typ)) if typ == "JWT" => {}
            Some(other) => {
                let sentence = format!("the header's `typ` is {}, not \"JWT\"", shown(&other));
                self.add(&TYPE, "/typ", sentence);
            }
            None => {
                let sentence = "the header has no `typ`: Twilio's libraries write \"JWT\", and Twilio may refuse the token";
                self.add(&TYPE_MISSING, "/typ", sentence);
            }
        }
        self.content_type(header, family);
    }

    fn content_type(&mut self, header: &Members<'_>, family: &FamilyMarks) {
        let noun = family.noun;
        match (header.get("cty"), family.content_type) {
            (None, None) => {}
            (Some(Value::String(content)), Some(expected)) if content == expected => {}
            (None, Some(expected)) => {
                let sentence =
                    format!("the header has no `cty`: the header of {noun} has `cty` \"{expected}\"");
                self.add(&CONTENT_TYPE, CTY, sentence);
            }
            (Some(other), Some(expected)) => {
                let other = shown(&other);
                let sentence =
                    format!("the header's `cty` is {other}: the header of {noun} has \"{expected}\"");
                self.add(&CONTENT_TYPE, CTY, sentence);
            }
            (Some(other), None) => {
                let other = shown(&other);
                let sentence = format!("the header's `cty` is {other}: the header of {noun} has no `cty`");
                self.add(&CONTENT_TYPE, CTY, sentence);
            }
        }
    }

    /// Each member of a header that is not known.
    pub(super) fn unusual_members(&mut self, header: &Members<'_>, known: &[&str]) {
        for (name, value) in header.iter() {
            if matches!(&*name, "alg" | "typ" | "cty" | "crit" | "b64") || known.contains(&&*name) {
                continue;
            }
            if self.has_room_for(&UNUSUAL_MEMBER) {
                let sentence = format!(
                    "the header has a member {} ({}), which Twilio's libraries do not write",
                    Quoted(&name),
                    shortened(&value)
                );
                self.add(&UNUSUAL_MEMBER, pointer(&name), sentence);
            }
            self.secret_value(&name, format_args!("the header's {}", Quoted(&name)), &value);
        }
    }

    /// Each claim that tokens of a family do not have.
    pub(crate) fn unusual_claims(&mut self, claims: &Members<'_>, known: &[&str], noun: &str) {
        for (name, value) in claims.except(known).filter(|(name, _)| name != AUDIENCE.name()) {
            if self.has_room_for(&UNUSUAL_CLAIM) {
                let sentence = format!(
                    "there is a claim {} ({}), which {noun} of Twilio's libraries does not have",
                    Quoted(&name),
                    shortened(&value)
                );
                self.add(&UNUSUAL_CLAIM, pointer(&name), sentence);
            }
            self.secret_value(&name, format_args!("the claim {}", Quoted(&name)), &value);
        }
    }

    /// The place is put into words only if there is a secret.
    fn secret_value(&mut self, name: &str, place: impl fmt::Display, value: &Value<'_>) {
        if let Value::String(value) = value
            && secret::is_like(value)
        {
            self.secret_in(name, value, place, pointer(name));
        }
    }
}

/// A value that is compared with one in ASCII.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::String(value) => QuotedAscii(value).to_string(),
        other => QuotedJson(other).to_string(),
    }
}

/// A value that nobody expects. Of a long one, its start and how much is left out.
pub(super) fn shortened(value: &Value<'_>) -> String {
    let mut shown = Shortened::default();
    // Writing to a string cannot fail.
    let _ = write!(shown, "{}", QuotedJson(value));
    match shown {
        Shortened { start, more: 0 } => start,
        Shortened { start, more } => format!("{start}… and {more} more characters"),
    }
}

/// The first characters that are written, and how many more there are.
#[derive(Default)]
struct Shortened {
    start: String,
    more: usize,
}

impl Shortened {
    const MOST: usize = 200;
}

impl Write for Shortened {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let free = Self::MOST.saturating_sub(self.start.chars().count());
        let (fits, rest) = match s.char_indices().nth(free) {
            Some((end, _)) => s.split_at_checked(end).unwrap_or_default(),
            None => (s, ""),
        };
        self.start.push_str(fits);
        self.more += rest.chars().count();
        Ok(())
    }
}

/// The path of a member (RFC 6901, section 3).
pub(crate) fn pointer(name: &str) -> Cow<'static, str> {
    format!("/{}", name.replace('~', "~0").replace('/', "~1")).into()
}
