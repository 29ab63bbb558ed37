//! Explains client capability tokens.

use std::fmt;

use twilio_capability_rules::sid::SidKind;

use super::findings::SCOPE_RULES;
use super::marks::{MARKS, SCOPE_CLAIM};
use super::minted_by::minted_by;
use super::read_scopes::ReadScopes;
use super::{every_scope, partial_scope};
use crate::inspect::{
    Explain, FamilyFacts, FamilyInspector, Findings, Inspected, Inspection, TokenHalves, starts_like,
};
use crate::jwt::{Claim, claim, claims, twilio_code};

pub(crate) const INSPECTOR: FamilyInspector = FamilyInspector {
    marks: &MARKS,
    looks_like,
    not_read: None,
    header_members: &[],
    inspect,
    client_code,
    rules: &[SCOPE_RULES],
};

/// What the token allows, if that can be read.
#[derive(Clone, PartialEq, Debug)]
struct CapabilityFacts {
    scopes: ReadScopes,
}

fn looks_like(halves: &TokenHalves<'_>) -> bool {
    starts_like(SidKind::Account, halves.claim(claim::ISSUER.name()))
}

/// A client that reads capability tokens has errors of its own for them.
#[expect(clippy::unnecessary_wraps, reason = "the clients of another family may show the same error")]
fn client_code(code: u32) -> Option<u32> {
    Some(match code {
        twilio_code::INVALID_SIGNATURE => twilio_code::CLIENT_INVALID_SIGNATURE,
        twilio_code::EXPIRED => twilio_code::CLIENT_EXPIRED,
        twilio_code::LIFETIME_TOO_LONG => twilio_code::CLIENT_LIFETIME_TOO_LONG,
        _ => twilio_code::INVALID_JWT,
    })
}

fn inspect(halves: &TokenHalves<'_>, findings: &mut Findings) -> Inspected {
    let Some(claims) = &halves.claims else { return Inspected::default() };
    let known = [SCOPE_CLAIM, claim::ISSUER, claim::EXPIRES, claim::NOT_BEFORE, claim::ISSUED_AT];
    let scope = findings.take(claims::string(claims, SCOPE_CLAIM));
    let scopes = scope.as_deref().and_then(|scope| partial_scope::read(scope, findings));
    if let (Some(claim), Some(scopes)) = (scope.as_deref(), &scopes) {
        every_scope::find(findings, claims, claim, scopes);
    }
    findings.unusual_claims(claims, &known.map(Claim::name), MARKS.noun);
    let minted_by = halves
        .header
        .zip(scope.as_deref())
        .map_or_else(Vec::new, |(header, scope)| minted_by(&header, claims, scope, scopes.as_ref()));
    let facts = scopes.map(|scopes| FamilyFacts::new(CapabilityFacts { scopes })).unwrap_or_default();
    Inspected { facts, minted_by }
}

impl Explain for CapabilityFacts {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scopes.is_empty() {
            return f.write_str("Allows nothing.\n");
        }
        f.write_str("Its holder\n")?;
        self.scopes.iter().try_for_each(|scope| writeln!(f, "  {scope}"))
    }
}

impl Inspection {
    /// What a client capability token allows.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccountCredentials, ClientCapability};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     let inspection = inspect(token.as_str());
    ///     assert_eq!(inspection.scopes().unwrap().to_string(), "can receive calls to \"john\"");
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn scopes(&self) -> Option<&ReadScopes> {
        self.family_facts::<CapabilityFacts>().map(|facts| &facts.scopes)
    }
}
