//! The error codes that Twilio documents for tokens (docs/api/errors).

/// Invalid access token.
pub(crate) const INVALID_TOKEN: u32 = 20101;
/// Invalid header.
pub(crate) const INVALID_HEADER: u32 = 20102;
/// Invalid issuer or subject.
pub(crate) const INVALID_ISSUER: u32 = 20103;
/// Expired.
pub(crate) const EXPIRED: u32 = 20104;
/// Not yet valid.
pub(crate) const NOT_YET_VALID: u32 = 20105;
/// Invalid grants.
pub(crate) const INVALID_GRANTS: u32 = 20106;
/// Invalid signature.
pub(crate) const INVALID_SIGNATURE: u32 = 20107;
/// Invalid expiration.
pub(crate) const INVALID_EXPIRATION: u32 = 20156;
/// Lifetime too long.
pub(crate) const LIFETIME_TOO_LONG: u32 = 20157;
/// Application not found.
pub(crate) const NO_APPLICATION: u32 = 21218;
/// Invalid client name.
pub(crate) const INVALID_CLIENT_NAME: u32 = 31105;
/// Invalid JWT, a code of the Client SDKs.
pub(crate) const INVALID_JWT: u32 = 31204;
/// Invalid signature, as the Client SDKs say.
pub(crate) const CLIENT_INVALID_SIGNATURE: u32 = 31202;
/// Expired, as the Client SDKs say.
pub(crate) const CLIENT_EXPIRED: u32 = 31205;
/// Lifetime too long, as the Client SDKs say.
pub(crate) const CLIENT_LIFETIME_TOO_LONG: u32 = 31207;
/// Too many bytes of parameters for a call.
pub(crate) const PARAMS_TOO_LONG: u32 = 31103;
/// Invalid identity of a participant in a video room.
pub(crate) const INVALID_PARTICIPANT: u32 = 53200;
/// Identity of a participant in a video room too long.
pub(crate) const PARTICIPANT_TOO_LONG: u32 = 53201;
