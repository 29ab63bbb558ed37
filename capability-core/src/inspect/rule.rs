//! The list of what an inspection can find.

use super::kind::FindingKind;
use super::severity::Severity;

/// A rule that an inspection checks: one row of the list of everything that it can find.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Severity, finding_rules};
///
/// let rule = finding_rules().find(|rule| rule.id() == "expired").unwrap();
/// assert_eq!((rule.severity(), rule.twilio_codes()), (Severity::Error, &[20104][..]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FindingRule {
    pub(super) id: &'static str,
    pub(super) topic: &'static str,
    pub(super) kind: FindingKind,
    pub(super) severity: Severity,
    pub(super) codes: &'static [u32],
    pub(super) meaning: &'static str,
    pub(super) source: &'static str,
}

impl FindingRule {
    /// The name of the rule, for programs.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().id(), "not-three-parts");
    /// ```
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The part of a token that the rule is about.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().topic(), "Any token");
    /// ```
    #[must_use]
    pub fn topic(&self) -> &'static str {
        self.topic
    }

    /// The kind of its findings.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{FindingKind, inspect};
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().kind(), FindingKind::Malformed);
    /// ```
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// The severity of its findings.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::{Severity, inspect};
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().severity(), Severity::Error);
    /// ```
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The errors of Twilio that its findings can name. Which of several it is depends on the claim.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().twilio_codes(), [20101]);
    /// ```
    #[must_use]
    pub fn twilio_codes(&self) -> &'static [u32] {
        self.codes
    }

    /// What is wrong with a token that breaks the rule, as a sentence.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// let rule = inspect("a.b").findings()[0].rule();
    /// assert_eq!(rule.meaning(), "The token does not have three parts with a dot between them.");
    /// ```
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// Where the rule comes from: a page or an error of Twilio's documentation, a standard, or an observation.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    ///
    /// assert_eq!(inspect("a.b").findings()[0].rule().source(), "RFC 7515, section 7.1; error 20101");
    /// ```
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }
}

/// Declares rules and the list of them, so that none is missing from the list: `NAME "id" Kind Severity [codes] "meaning",
/// "source";`.
macro_rules! finding_rules {
    (
        $vis:vis $list:ident, $topic:literal;
        $($rule:ident $id:literal $kind:ident $severity:ident [$($code:expr),*] $meaning:literal, $source:literal;)+
    ) => {
        $(
            $vis static $rule: $crate::inspect::FindingRule = $crate::inspect::rule::rule(
                ($id, $topic),
                $crate::inspect::FindingKind::$kind,
                $crate::inspect::Severity::$severity,
                &[$($code),*],
                ($meaning, $source),
            );
        )+

        #[doc = concat!("All rules of the topic “", $topic, "”.")]
        $vis static $list: &[&$crate::inspect::FindingRule] = &[$(&$rule),+];
    };
}

pub(crate) use finding_rules;

/// For [`finding_rules!`] alone: a rule that is in no list would be in no page.
pub(crate) const fn rule(
    (id, topic): (&'static str, &'static str),
    kind: FindingKind,
    severity: Severity,
    codes: &'static [u32],
    (meaning, source): (&'static str, &'static str),
) -> FindingRule {
    FindingRule { id, topic, kind, severity, codes, meaning, source }
}
