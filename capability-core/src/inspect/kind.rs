/// What sort of thing a finding is about.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{FindingKind, inspect_at};
/// use twilio_capability::UnixTime;
///
/// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6InNjb3BlOmNsaWVudDppbmNvbWluZz9jbGllbnROYW1lPWpvaG4iLCJpc3MiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwIiwiZXhwIjoxNzAwMDAzNjAwMDAwfQ.07XdrlAVpzJDPzMahm_vAtIfihOOarH5ipv2_2YGLAk";
/// // The claim `exp` is 1700003600000.
/// let inspection = inspect_at(token, UnixTime::from_secs(1_700_000_000)?);
/// assert_eq!(inspection.findings()[0].kind(), FindingKind::Milliseconds);
/// # Ok::<(), twilio_capability::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum FindingKind {
    /// It cannot be read, or not as strictly as a verifier reads.
    Malformed,
    /// There is something around the token, or something else was pasted.
    Pasted,
    /// It is another kind of token than the one expected, or one that is not read here.
    OtherToken,
    /// It has expired.
    Expired,
    /// It is not yet valid.
    NotYetValid,
    /// It lives for more than 24 hours.
    LifetimeTooLong,
    /// A time is given in milliseconds.
    Milliseconds,
    /// It starts, or was issued, when it has already ended.
    NeverValid,
    /// The signature of the parameters ends at another time than the token.
    OtherEnd,
    /// It says that it was issued in the future.
    IssuedLater,
    /// Something that must be there is missing.
    Missing,
    /// Something is there but empty: a scope, the grants, one of them, a name.
    Empty,
    /// A SID, a name or a region breaks its rule.
    Invalid,
    /// Something that was not encoded has become a scope or a key of its own.
    Injection,
    /// A parameter has the name of one that Twilio adds.
    Reserved,
    /// A parameter occurs twice.
    Repeated,
    /// There is more of something than Twilio takes.
    TooLarge,
    /// There is a secret in it, which everyone who has the token can read.
    Secret,
    /// A product does not work in the token's region.
    OtherRegion,
    /// Twilio has retired a grant, or a member of one.
    Retired,
    /// There is a grant, a member of one, or a resource that is not known here.
    Unknown,
    /// The header or the claims have a member that Twilio's libraries do not write.
    Unusual,
}
