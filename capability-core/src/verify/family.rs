use super::verified::MatchedKey;
use crate::jwt::{Clock, FamilyMarks, Members, VerifyError};
use crate::keys::SigningKey;
use crate::sealed::Sealed;

/// A family of tokens, named by its builder: [`ClientCapability`](crate::ClientCapability),
/// [`AccessToken`](crate::AccessToken) or [`TaskRouterCapability`](crate::TaskRouterCapability).
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Family, Verifier, VerifyErrorKind};
/// use twilio_capability::{AccountCredentials, ApiKeyCredentials};
///
/// fn refused<F: Family>(verifier: &Verifier<F>, token: &str) -> Option<VerifyErrorKind> {
///     verifier.verify(token).err().map(|error| error.kind())
/// }
///
/// fn check(account: &AccountCredentials, api_key: &ApiKeyCredentials) {
///     assert_eq!(refused(&Verifier::capability(account), "e30.e30"), Some(VerifyErrorKind::Parts));
///     assert_eq!(refused(&Verifier::access_token(api_key), "e30.e30"), Some(VerifyErrorKind::Parts));
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # let api_key = ApiKeyCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "SK00000000000000000000000000000000".parse()?,
/// #     "not_a_real_api_secret".parse()?,
/// # );
/// # check(&account, &api_key);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Family: Sealed + Sized {
    /// The credentials that sign tokens of this family.
    type Credentials: Clone;

    /// The contents of a verified token of this family.
    type Verified;

    #[doc(hidden)]
    const READER: FamilyReader<Self>;
}

/// The functions that read tokens of a family.
#[expect(
    unnameable_types,
    missing_debug_implementations,
    reason = "only a hidden item of a sealed trait has this type"
)]
pub struct FamilyReader<F: Family> {
    pub(crate) marks: &'static FamilyMarks,
    pub(crate) key: fn(&F::Credentials) -> &SigningKey,
    /// The headers of most tokens of this family, in base64url. They are known to be right, so they are not checked.
    pub(crate) usual_headers: &'static [&'static str],
    /// Checks the members of the header that only this family has.
    pub(crate) check_header: fn(&Members<'_>) -> Result<(), VerifyError>,
    /// Checks the claims and returns their contents.
    #[expect(clippy::type_complexity, reason = "an alias would hide the type of the function")]
    pub(crate) read: fn(&Opened<'_, F::Credentials>, Clock) -> Result<F::Verified, VerifyError>,
}

/// A token whose shape, header and signature were checked, and which has no claim of another family.
pub(crate) struct Opened<'a, C> {
    /// `None` if it is a usual header.
    pub(crate) header: Option<Members<'a>>,
    pub(crate) claims: Members<'a>,
    /// The credentials that signed the token.
    pub(crate) by: &'a C,
    pub(crate) matched_key: MatchedKey,
}
