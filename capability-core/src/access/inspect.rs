//! Explains access tokens.

use std::fmt;

use twilio_capability_rules::region;
use twilio_capability_rules::sid::SidKind;

use super::claims::JTI;
use super::grants::ReadGrants;
use super::grants::identity::IDENTITY;
use super::grants::wire::{GRANTS, Unreadable};
use super::header::{self, MARKS, REGION};
use super::minted_by::minted_by;
use crate::inspect::{Explain, FamilyFacts, FamilyInspector, FindingKind, Findings, Inspected, Inspection};
use crate::jwt::{Claim, Members, claim, claims};

pub(crate) const INSPECTOR: FamilyInspector =
    FamilyInspector { marks: &MARKS, header_members: &[REGION.name()], inspect_header, inspect };

/// What the token says, as far as it can be read.
#[derive(Clone, PartialEq, Debug, Default)]
struct AccessFacts {
    region: Option<String>,
    id: Option<String>,
    grants: Option<ReadGrants>,
}

fn inspect_header(header: &Members<'_>, findings: &mut Findings) {
    if let Some(Err(error)) = findings.take(header::region(header)).flatten().map(region::check) {
        findings.odd(FindingKind::Invalid, REGION.path(), error);
    }
}

fn inspect(header: Option<&Members<'_>>, claims: Option<&Members<'_>>, findings: &mut Findings) -> Inspected {
    let region = header.and_then(|header| header::region(header).ok()).flatten();
    let mut facts = AccessFacts { region: region.map(str::to_owned), ..AccessFacts::default() };
    let Some(claims) = claims else {
        return Inspected { facts: FamilyFacts::new(facts), minted_by: Vec::new() };
    };
    if let Some(subject) = findings.take(claims::string(claims, claim::SUBJECT)) {
        findings.issuer(SidKind::Account, claim::SUBJECT, subject);
    }
    facts.id = findings.take(claims::optional_string(claims, JTI)).flatten().map(str::to_owned);
    if let Some((grants, wrong)) = findings.take(ReadGrants::read(claims)) {
        for error in &wrong {
            findings.error(error);
        }
        grants.find(findings);
        facts.grants = Some(grants);
    }
    let known =
        [JTI, claim::ISSUER, claim::SUBJECT, claim::EXPIRES, claim::NOT_BEFORE, claim::ISSUED_AT, GRANTS];
    findings.unusual_claim(claims, &known.map(Claim::name), "access");
    let minted_by = header.map_or_else(Vec::new, |header| minted_by(header, claims));
    Inspected { facts: FamilyFacts::new(facts), minted_by }
}

impl Explain for AccessFacts {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(region) = &self.region {
            writeln!(f, "In the region {region:?}.")?;
        }
        let Some(grants) = &self.grants else { return Ok(()) };
        match &grants.identity {
            Some(identity) => writeln!(f, "For the user {identity:?}.")?,
            None if Unreadable(&grants.unreadable).contains(IDENTITY) => {
                f.write_str("For a user that cannot be read.\n")?;
            }
            None => f.write_str("For nobody in particular.\n")?,
        }
        f.write_str(if grants.is_empty() { "Grants nothing.\n" } else { "Grants\n" })?;
        grants.in_words().try_for_each(|words| writeln!(f, "  {words}"))
    }
}

impl Inspection {
    /// The region that the header of an access token names (`twr`).
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, Region, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.region(Region::IE1).sign();
    /// assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.family_facts::<AccessFacts>()?.region.as_deref()
    }

    /// The `jti` claim: what tells an access token from others.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let token = video.id("order-4711".parse()?).sign();
    /// assert_eq!(inspect(token.as_str()).id(), Some("order-4711"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.family_facts::<AccessFacts>()?.id.as_deref()
    }

    /// What an access token grants, and to whom.
    ///
    /// ```
    /// # use twilio_capability_core::read::inspect;
    /// # use twilio_capability_core::{AccessToken, ApiKeyCredentials, VideoGrant};
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(&api_key);
    /// let inspection = inspect(video.sign().as_str());
    /// assert_eq!(inspection.grants().unwrap().to_string(), "to \"zoë\"; Video: enter any room");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grants(&self) -> Option<&ReadGrants> {
        self.family_facts::<AccessFacts>()?.grants.as_ref()
    }
}
