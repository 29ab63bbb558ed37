//! Explains access tokens.

use std::borrow::Cow;
use std::fmt;

use twilio_capability_rules::region;
use twilio_capability_rules::sid::SidKind;

use super::findings::{
    ACCESS_RULES, OTHER_GRANT_RULES, REGION as REGION_RULE, VIDEO_REGION, VIDEO_RULES, VOICE_RULES,
};
use super::grants::ReadGrants;
use super::grants::identity::IDENTITY;
use super::grants::read_write::{GRANTS, Unreadable};
use super::header::{self, CONTENT_TYPE, MARKS, REGION};
use super::minted_by::minted_by;
use crate::inspect::{
    Explain, FamilyFacts, FamilyInspector, Findings, Inspected, Inspection, Quoted, QuotedAscii, TokenHalves,
    starts_like,
};
use crate::jwt::{Claim, Members, claim, claims};

pub(crate) const INSPECTOR: FamilyInspector = FamilyInspector {
    marks: &MARKS,
    looks_like,
    not_read: None,
    header_members: &[REGION.name()],
    inspect,
    client_code: |_| None,
    rules: &[ACCESS_RULES, VOICE_RULES, VIDEO_RULES, OTHER_GRANT_RULES],
};

/// What the token says, as far as it can be read.
#[derive(Clone, PartialEq, Debug, Default)]
struct AccessFacts {
    region: Option<String>,
    id: Option<String>,
    grants: Option<ReadGrants>,
}

/// An API key that issues, an account or a key that it is for, a region, or nearly the type of content.
fn looks_like(halves: &TokenHalves<'_>) -> bool {
    let product = CONTENT_TYPE.split(';').next().unwrap_or_default();
    halves.header("cty").is_some_and(|content| content.to_ascii_lowercase().contains(product))
        || starts_like(SidKind::ApiKey, halves.claim(claim::ISSUER.name()))
        || starts_like(SidKind::Account, halves.claim(claim::SUBJECT.name()))
        || starts_like(SidKind::ApiKey, halves.claim(claim::SUBJECT.name()))
        || halves.header(REGION.name()).is_some()
}

fn inspect(halves: &TokenHalves<'_>, findings: &mut Findings) -> Inspected {
    let region = halves.header.and_then(|header| inspect_region(&header, findings));
    let mut facts = AccessFacts { region: region.as_deref().map(str::to_owned), ..AccessFacts::default() };
    let Some(claims) = &halves.claims else {
        return Inspected { facts: FamilyFacts::new(facts), minted_by: Vec::new() };
    };
    if let Some(subject) = findings.take(claims::string(claims, claim::SUBJECT)) {
        findings.issuer(SidKind::Account, claim::SUBJECT, &subject);
    }
    facts.id = findings.take(claims::optional_string(claims, claim::JTI)).flatten().map(Cow::into_owned);
    if let Some((grants, leftovers)) = findings.take(ReadGrants::read(claims)) {
        for error in &leftovers.wrong {
            findings.error(error);
        }
        grants.find(&leftovers.unknown, findings);
        if let Some(region) = region.as_deref().filter(|region| grants.video.is_some() && !is_us1(region)) {
            let sentence = format!(
                "Video's signalling is in US1: a token of the region {} does not connect to rooms. Sign it with an API key of \
                 US1 and leave `twr` out",
                Quoted(region)
            );
            findings.add(&VIDEO_REGION, REGION.path(), sentence);
        }
        if let Some(outgoing) = grants.voice.as_ref().and_then(|voice| voice.outgoing.as_ref()) {
            outgoing.find_signature(claims, findings);
        }
        facts.grants = Some(grants);
    }
    let known = [
        claim::JTI,
        claim::ISSUER,
        claim::SUBJECT,
        claim::EXPIRES,
        claim::NOT_BEFORE,
        claim::ISSUED_AT,
        GRANTS,
    ];
    findings.unusual_claims(claims, &known.map(Claim::name), MARKS.noun);
    let minted_by = halves.header.map_or_else(Vec::new, |header| minted_by(&header, claims));
    Inspected { facts: FamilyFacts::new(facts), minted_by }
}

/// The region that a header names, and what is wrong with it.
fn inspect_region<'a>(header: &Members<'a>, findings: &mut Findings) -> Option<Cow<'a, str>> {
    let region = findings.take(header::region(header)).flatten()?;
    if let Err(error) = region::check(&region) {
        let help = error.help();
        let sentence = format!(
            "the header's `twr` is {}, which is not the code of a region: {help}",
            QuotedAscii(&region)
        );
        findings.add(&REGION_RULE, REGION.path(), sentence);
    }
    Some(region)
}

/// US1, by itself or with a private interconnect: `us1-ix`.
fn is_us1(region: &str) -> bool {
    region.split('-').next().is_some_and(|code| code.eq_ignore_ascii_case("us1"))
}

impl Explain for AccessFacts {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(region) = &self.region {
            writeln!(f, "In the region {}.", Quoted(region))?;
        }
        let Some(grants) = &self.grants else { return Ok(()) };
        match &grants.identity {
            Some(identity) => writeln!(f, "For the user {}.", Quoted(identity))?,
            None if Unreadable(&grants.unreadable).contains(IDENTITY) => {
                f.write_str("For a user that cannot be read.\n")?;
            }
            None => f.write_str("Without an identity.\n")?,
        }
        f.write_str(if grants.is_empty() { "Grants nothing.\n" } else { "Grants\n" })?;
        grants.in_words().try_for_each(|words| writeln!(f, "  {words}"))
    }
}

impl Inspection {
    /// The region that the header of an access token names (`twr`).
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, Region, SyncGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let sync = AccessToken::new().identity("zoë".parse()?).sync(SyncGrant::default_service()).credentials(api_key);
    ///     let token = sync.region(Region::IE1).sign();
    ///     assert_eq!(inspect(token.as_str()).region(), Some("ie1"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.family_facts::<AccessFacts>()?.region.as_deref()
    }

    /// The `jti` claim: what tells an access token from others.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let token = video.id("order-4711".parse()?).sign();
    ///     assert_eq!(inspect(token.as_str()).id(), Some("order-4711"));
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.family_facts::<AccessFacts>()?.id.as_deref()
    }

    /// What an access token grants, and to which identity.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::read::inspect;
    /// use twilio_capability::{AccessToken, ApiKeyCredentials, VideoGrant};
    ///
    /// fn check(api_key: &ApiKeyCredentials) -> Result<(), Box<dyn std::error::Error>> {
    ///     let video = AccessToken::new().identity("zoë".parse()?).video(VideoGrant::new()).credentials(api_key);
    ///     let inspection = inspect(video.sign().as_str());
    ///     assert_eq!(inspection.grants().unwrap().to_string(), "to \"zoë\"; Video: can enter any room");
    ///     Ok(())
    /// }
    /// # let api_key = ApiKeyCredentials::new(
    /// #     "AC00000000000000000000000000000000".parse()?,
    /// #     "SK00000000000000000000000000000000".parse()?,
    /// #     "not_a_real_api_secret".parse()?,
    /// # );
    /// # check(&api_key)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn grants(&self) -> Option<&ReadGrants> {
        self.family_facts::<AccessFacts>()?.grants.as_ref()
    }
}
