//! Explains client capability tokens.

use std::fmt;

use super::every_scope;
use super::marks::{MARKS, SCOPE_CLAIM};
use super::minted_by::minted_by;
use super::read_scopes::ReadScopes;
use super::scope_error::{ScopeError, ScopeErrorKind};
use super::verified::malformed_scope;
use crate::inspect::{Explain, FamilyFacts, FamilyInspector, FindingKind, Findings, Inspected, Inspection};
use crate::jwt::{Claim, Members, claim, claims};

pub(crate) const INSPECTOR: FamilyInspector =
    FamilyInspector { marks: &MARKS, header_members: &[], inspect_header: |_, _| {}, inspect };

/// What the token allows, if that can be read.
#[derive(Clone, PartialEq, Debug)]
struct CapabilityFacts {
    scopes: ReadScopes,
}

fn inspect(header: Option<&Members<'_>>, claims: Option<&Members<'_>>, findings: &mut Findings) -> Inspected {
    let Some(claims) = claims else { return Inspected::default() };
    let Some(scope) = findings.take(claims::string(claims, SCOPE_CLAIM)) else { return Inspected::default() };
    let minted_by = header.map_or_else(Vec::new, |header| minted_by(header, claims, scope));
    let facts = match scope.parse::<ReadScopes>() {
        Ok(scopes) => {
            every_scope::find(findings, &scopes);
            FamilyFacts::new(CapabilityFacts { scopes })
        }
        Err(error) => {
            findings.error_as(kind(error), &malformed_scope(error));
            FamilyFacts::default()
        }
    };
    let known = [SCOPE_CLAIM, claim::ISSUER, claim::EXPIRES, claim::NOT_BEFORE, claim::ISSUED_AT];
    findings.unusual_claim(claims, &known.map(Claim::name), "capability");
    Inspected { facts, minted_by }
}

fn kind(error: ScopeError) -> FindingKind {
    match error.kind() {
        ScopeErrorKind::NotAScope => FindingKind::Injection,
        _ => FindingKind::Malformed,
    }
}

impl Explain for CapabilityFacts {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scopes.is_empty() {
            return f.write_str("Allows nothing.\n");
        }
        f.write_str("Allows to\n")?;
        self.scopes.iter().try_for_each(|scope| writeln!(f, "  {scope}"))
    }
}

impl Inspection {
    /// What a client capability token allows.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccountCredentials, ClientCapability};
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # let token = ClientCapability::new().incoming("john".parse()?).credentials(&account).sign();
    /// let inspection = inspect(token.as_str());
    /// assert_eq!(inspection.scopes().unwrap().to_string(), "take calls to \"john\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn scopes(&self) -> Option<&ReadScopes> {
        self.family_facts::<CapabilityFacts>().map(|facts| &facts.scopes)
    }
}
