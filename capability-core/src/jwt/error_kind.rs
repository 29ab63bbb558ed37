use super::token_kind::TokenKind;
use super::token_part::TokenPart;
use super::twilio_code;

/// The kinds of [`VerifyError`](crate::VerifyError), in the order in which a verifier checks for them.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{Verifier, VerifyErrorKind};
/// use twilio_capability::AccountCredentials;
///
/// fn check(account: &AccountCredentials) {
///     // The header says `none`: `{"alg":"none"}`.
///     let error = Verifier::capability(account).verify("eyJhbGciOiJub25lIn0.e30.").unwrap_err();
///     assert_eq!(error.kind(), VerifyErrorKind::Algorithm);
/// }
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
/// # check(&account);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum VerifyErrorKind {
    /// The token is longer than the limit of the verifier.
    TooLong,
    /// The token does not have three parts.
    Parts,
    /// A part is not canonical base64url, which has no padding, white space or unused bits.
    Encoding,
    /// The header or the claims are not UTF-8.
    NotUtf8,
    /// The header or the claims are not a JSON object.
    Json,
    /// A JSON object has two members of the same name.
    DuplicateMember,
    /// The JSON is nested too deeply.
    TooDeep,
    /// The header has an algorithm other than HS256, or no algorithm.
    Algorithm,
    /// The header has a type other than `JWT`, or another content type.
    Type,
    /// The header has extensions that a reader must understand (`crit`) or that change what is signed (`b64`).
    Extension,
    /// The token is of another kind than the verifier checks. The value is its kind, by its header or claims. A verifier of access
    /// tokens also calls a TaskRouter token a capability token, because their headers are equal and no claim is read before the
    /// signature.
    OtherToken(TokenKind),
    /// The signature was not made with a key of the verifier.
    Signature,
    /// The crypto provider of the credentials could not check the signature.
    Provider,
    /// A required claim is missing. [`VerifyError::path`](crate::VerifyError::path) says which one.
    Missing,
    /// A claim, or a member of the header, has a wrong type, for example a time in quotes.
    WrongType,
    /// A claim is a time before 1970 or after the year 9999.
    OutOfRange,
    /// The token has an audience (`aud`). Twilio's tokens have none, so it is for somebody else.
    Audience,
    /// A claim contains an account or an API key other than the verifier's.
    Mismatch,
    /// The token is no longer valid.
    Expired,
    /// The token is not valid yet.
    NotYetValid,
    /// The token lives for more than 24 hours, which Twilio refuses.
    LifetimeTooLong,
    /// The token starts, or says that it was issued, at or after its end. No leeway makes such a token valid.
    NeverValid,
    /// A claim is a string that cannot be read. The error's source says why.
    Malformed,
}

impl VerifyErrorKind {
    /// The code of an error that is not about a claim. An error about a claim has the claim's code.
    pub(super) fn usual_code(self, part: TokenPart) -> Option<u32> {
        Some(match self {
            Self::Provider | Self::NeverValid => return None,
            Self::Signature => twilio_code::INVALID_SIGNATURE,
            Self::Expired => twilio_code::EXPIRED,
            Self::NotYetValid => twilio_code::NOT_YET_VALID,
            Self::LifetimeTooLong => twilio_code::LIFETIME_TOO_LONG,
            _ if part == TokenPart::Header => twilio_code::INVALID_HEADER,
            _ => twilio_code::INVALID_TOKEN,
        })
    }
}
