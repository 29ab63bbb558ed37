//! One thing that is wrong, or odd, with a token, and the list that it is added to.

use std::borrow::Cow;
use std::fmt;

use super::kind::FindingKind;
use super::rule::FindingRule;
use super::severity::Severity;

/// One thing that is wrong, or odd, with a token.
///
/// `Display` is a sentence about it. Where Twilio documents an error, [`twilio_code`](Self::twilio_code) is its number.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{FindingKind, Severity, inspect};
///
/// let inspection = inspect("not a token");
/// let finding = &inspection.findings()[0];
/// assert_eq!((finding.severity(), finding.kind()), (Severity::Error, FindingKind::Malformed));
/// assert_eq!(finding.twilio_code(), Some(20101));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    rule: &'static FindingRule,
    path: Cow<'static, str>,
    code: Option<u32>,
    client_code: Option<u32>,
    sentence: String,
}

impl Finding {
    /// The rule that the token breaks.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// let inspection = inspect("not a token");
    /// assert_eq!(inspection.findings()[0].rule().id(), "not-three-parts");
    /// ```
    #[must_use]
    pub fn rule(&self) -> &'static FindingRule {
        self.rule
    }

    /// What sort of thing it is about.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{FindingKind, inspect};
    ///
    /// let inspection = inspect("not a token");
    /// assert_eq!(inspection.findings()[0].kind(), FindingKind::Malformed);
    /// ```
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.rule.kind()
    }

    /// How much it matters.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{Severity, inspect};
    ///
    /// let inspection = inspect("not a token");
    /// assert_eq!(inspection.findings()[0].severity(), Severity::Error);
    /// ```
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// Where it is, as a JSON pointer (RFC 6901) into the header or the claims, such as `/exp` or `/grants/video/room`; empty
    /// if it is about the token as a whole. Names of members are in it as the token has them: escape it before it is shown.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// // The header is `{"alg":"none"}`, the claims are `{}`.
    /// let inspection = inspect("eyJhbGciOiJub25lIn0.e30.");
    /// let missing = inspection.findings().iter().find(|finding| finding.rule().id() == "missing-claim");
    /// assert_eq!(missing.unwrap().path(), "/exp");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The error that Twilio documents for such tokens, or for what such tokens ask for; `None` if there is none.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{FindingKind, inspect_at};
    /// use twilio_capability::{AccountCredentials, ClientCapability, UnixTime};
    ///
    /// fn check(account: &AccountCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let end = UnixTime::from_secs(1_700_000_000)?;
    ///     let capability = ClientCapability::new().incoming("john".parse()?).expires_at(end).not_before(end);
    ///     let token = capability.credentials(account).sign_at(UnixTime::from_secs(1_699_999_000)?);
    ///     let inspection = inspect_at(token.as_str(), end);
    ///     let codes: Vec<_> = inspection.findings().iter().map(|found| (found.kind(), found.twilio_code())).collect();
    ///     assert_eq!(codes, [(FindingKind::Expired, Some(20104)), (FindingKind::NeverValid, None)]);
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
    pub fn twilio_code(&self) -> Option<u32> {
        self.code
    }

    /// The error that Twilio's client SDKs show for such tokens, where it is another one.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::UnixTime;
    /// use twilio_capability::read::inspect_at;
    ///
    /// // A client capability token that ended at 1700000000.
    /// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6IiIsImlzcyI6IiIsImV4cCI6MTcwMDAwMDAwMH0.AAAA";
    /// let inspection = inspect_at(token, UnixTime::from_secs(1_700_000_060)?);
    /// let expired = inspection.findings().iter().find(|finding| finding.twilio_code() == Some(20104));
    /// assert_eq!(expired.unwrap().client_code(), Some(31205));
    /// # Ok::<(), twilio_capability::TimeError>(())
    /// ```
    #[must_use]
    pub fn client_code(&self) -> Option<u32> {
        self.client_code
    }
}

impl Finding {
    pub(super) fn add_words(&mut self, words: &str) {
        self.sentence.push_str(words);
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// What has been found so far.
#[derive(Default)]
pub(crate) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// The most findings of one rule that are kept. A token can break a rule a thousand times, and each sentence takes more
    /// memory than the mistake.
    pub(crate) const MOST: usize = 32;

    /// Adds a finding with the first code of its rule, if it has one.
    pub(crate) fn add(
        &mut self,
        rule: &'static FindingRule,
        path: impl Into<Cow<'static, str>>,
        sentence: impl fmt::Display,
    ) {
        self.add_with_code(rule, rule.codes.first().copied(), path, sentence);
    }

    /// Adds a finding with one of the codes of its rule.
    pub(crate) fn add_with_code(
        &mut self,
        rule: &'static FindingRule,
        code: Option<u32>,
        path: impl Into<Cow<'static, str>>,
        sentence: impl fmt::Display,
    ) {
        if self.has_room_for(rule) {
            let (path, sentence) = (path.into(), sentence.to_string());
            self.0.push(Finding { rule, path, code, client_code: None, sentence });
        }
    }

    /// Whether another finding of this rule is kept.
    pub(crate) fn has_room_for(&self, rule: &'static FindingRule) -> bool {
        self.0.iter().filter(|finding| finding.rule == rule).count() < Self::MOST
    }

    /// Adds the codes that the SDKs of clients show.
    pub(super) fn add_client_codes(&mut self, client_code: impl Fn(u32) -> Option<u32>) {
        for finding in &mut self.0 {
            if finding.severity() == Severity::Error {
                finding.client_code = finding.code.and_then(&client_code);
            }
        }
    }

    #[cfg(test)]
    pub(crate) fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|finding| finding.rule.id())
    }
}
