//! The list of all families, and the functions that use it. No other module depends on all families.

use std::fmt;

use twilio_capability_rules::sid::SidKind;

use crate::call_params::signature::SIGNATURE_RULES;
use crate::inspect::inspector::SHARED_RULES;
use crate::inspect::{FamilyInspector, FindingRule, Inspected, Inspection, finding_rules, inspector};
use crate::jwt::{Claim, FamilyMarks, TokenKind, VerifyError, twilio_code};
use crate::values::UnixTime;
use crate::verify::{Family, Verifier};
use crate::{access, client_capability, task_router};

/// All families, in the order in which they are tried. A token that looks like no family's is compared with the last one.
static FAMILIES: [FamilyInspector; 4] = [
    access::inspect::INSPECTOR,
    CLIENT_VALIDATION,
    task_router::inspect::INSPECTOR,
    client_capability::inspect::INSPECTOR,
];

/// Client validation tokens are recognised, and not read: they are signed with a private key, and are for the REST API.
const CLIENT_VALIDATION: FamilyInspector = FamilyInspector {
    marks: &CLIENT_VALIDATION_MARKS,
    looks_like: |_| false,
    not_read: Some((
        &NOT_READ,
        "it is a client validation token: it signs one request to Twilio's REST API, in the header \
         `Twilio-Client-Validation`, with a key pair (RS256 or PS256). It is not for a client, and not explained further",
    )),
    header_members: &["kid"],
    inspect: |_, _| Inspected::default(),
    client_code: |_| None,
    rules: &[VALIDATION_RULES],
};

finding_rules! {
    VALIDATION_RULES, "Client validation tokens";
    NOT_READ "client-validation" OtherToken Note []
        "The token is a client validation token (`cty` `twilio-pkrv;v=1`), which signs a request to the REST API. One that is \
         refused there gets error 20152.",
        "docs/iam/pkcv; error 20152";
}

static CLIENT_VALIDATION_MARKS: FamilyMarks = FamilyMarks {
    kind: TokenKind::ClientValidation,
    noun: "a client validation token",
    content_type: Some("twilio-pkrv;v=1"),
    claim: Claim::new("/rqh", twilio_code::INVALID_TOKEN),
    issuer: SidKind::ApiKey,
    other_header: twilio_code::INVALID_HEADER,
    other_claims: twilio_code::INVALID_TOKEN,
};

fn marks() -> impl Iterator<Item = &'static FamilyMarks> + Clone {
    FAMILIES.iter().map(|family| family.marks)
}

impl<F: Family> Verifier<F> {
    /// Checks a token: a string or a [`Token`](crate::Token). The system's clock gives the time.
    ///
    /// # Errors
    ///
    /// The token is not valid. The error is the first one in the order of [`VerifyErrorKind`](crate::VerifyErrorKind). So if the signature is
    /// wrong, the error says nothing about the claims.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, Verifier};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign();
    ///     match Verifier::capability(account).verify(&token) {
    ///         Ok(capability) => println!("verified: {}", capability.scopes()),
    ///         Err(error) => println!("refused: {error} ({:?})", error.twilio_code()),
    ///     }
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify(&self, token: &(impl AsRef<str> + ?Sized)) -> Result<F::Verified, VerifyError> {
        self.verify_at(token, UnixTime::now())
    }

    /// Checks a token as if the time were `now`.
    ///
    /// # Errors
    ///
    /// The same as for [`verify`](Self::verify).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{AccountCredentials, ClientCapability, UnixTime, Verifier};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let now = UnixTime::from_secs(1_700_000_000)?;
    ///     let token = ClientCapability::new().incoming("john".parse()?).credentials(account).sign_at(now);
    ///     let verifier = Verifier::capability(account);
    ///     assert!(verifier.verify_at(&token, now).is_ok());
    ///     assert!(verifier.verify_at(&token, token.expires_at()).is_err());
    ///     Ok(())
    /// }
    /// # let account = AccountCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_auth_token".parse()?,
    /// # );
    /// # check(&account)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify_at(
        &self,
        token: &(impl AsRef<str> + ?Sized),
        now: UnixTime,
    ) -> Result<F::Verified, VerifyError> {
        self.check(token.as_ref(), now, marks())
    }
}

/// Reads a token, which is a string or a [`Token`](crate::Token), without its key. The system's clock gives the time.
///
/// Do not trust what it returns, because the signature is not checked. Use a [`Verifier`] to check a token. A finding is an error
/// only if Twilio documents one for such a token, so a verifier also refuses some tokens that have only warnings, such as one with
/// an unknown key in a scope. At most 32 findings of one rule are listed. This
/// function never fails: a token that cannot be read gets a finding.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{TokenKind, inspect};
/// use twilio_capability::{AccountCredentials, ClientCapability, ClientName};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let token = ClientCapability::new().incoming(ClientName::from_static("john")).credentials(&account).sign();
///
/// let inspection = inspect(&token);
/// assert_eq!(inspection.kind(), TokenKind::Capability);
/// assert!(inspection.findings().is_empty());
/// // In plain English:
/// println!("{inspection}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn inspect(token: &(impl AsRef<str> + ?Sized)) -> Inspection {
    inspect_at(token, UnixTime::now())
}

/// Like [`inspect`], as if the time were `now`.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::UnixTime;
/// use twilio_capability::read::{FindingKind, inspect_at};
///
/// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6IiIsImlzcyI6IiIsImV4cCI6MTcwMDAwMDAwMH0.AAAA";
/// let inspection = inspect_at(token, UnixTime::from_secs(1_700_000_060)?);
/// let expired = inspection.findings().iter().find(|finding| finding.kind() == FindingKind::Expired).unwrap();
/// assert_eq!((expired.to_string().as_str(), expired.twilio_code()), ("it expired 1 minute ago", Some(20104)));
/// # Ok::<(), twilio_capability::TimeError>(())
/// ```
#[must_use]
pub fn inspect_at(token: &(impl AsRef<str> + ?Sized), now: UnixTime) -> Inspection {
    inspector::inspect(token.as_ref(), now, &FAMILIES)
}

/// Everything that an inspection can find.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{FindingRule, Severity, finding_rules};
///
/// let errors = finding_rules().filter(|rule| rule.severity() == Severity::Error);
/// assert!(errors.flat_map(FindingRule::twilio_codes).any(|code| *code == 20104));
/// ```
pub fn finding_rules() -> impl Iterator<Item = &'static FindingRule> {
    let lists = SHARED_RULES.iter().chain(FAMILIES.iter().flat_map(|family| family.rules));
    let lists = lists.chain([&SIGNATURE_RULES]);
    lists.flat_map(|list| list.iter().copied())
}

impl Inspection {
    /// Adds a finding if the token is of another kind than `expected`.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{FindingKind, TokenKind, inspect};
    ///
    /// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6IiIsImlzcyI6IiIsImV4cCI6MTcwMDAwMDAwMH0.AAAA";
    /// let inspection = inspect(token).expecting(TokenKind::Access);
    /// let other = inspection.findings().iter().find(|finding| finding.kind() == FindingKind::OtherToken);
    /// assert_eq!(other.unwrap().twilio_code(), Some(20102));
    /// ```
    #[must_use]
    pub fn expecting(self, expected: TokenKind) -> Self {
        let marks = marks().find(|marks| marks.kind == expected);
        self.compared_with(expected, marks.map_or(twilio_code::INVALID_JWT, |marks| marks.other_header))
    }
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let marks = marks().find(|marks| marks.kind == *self);
        f.write_str(match (marks, self) {
            (Some(marks), _) => marks.noun,
            (None, Self::Encrypted) => "an encrypted token",
            (None, _) => "an unknown kind of token",
        })
    }
}

#[cfg(test)]
mod tests;
