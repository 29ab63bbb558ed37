/// The part of a token that an error is about. The position of the error is a position in this part.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::read::{TokenPart, Verifier};
/// use twilio_capability::AccountCredentials;
///
/// fn check(account: &AccountCredentials) {
///     // The header is a list: `[]`.
///     let error = Verifier::capability(account).verify("W10.e30.AAAA").unwrap_err();
///     assert_eq!(error.part(), TokenPart::Header);
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
pub enum TokenPart {
    /// The token itself, in encoded form.
    Token,
    /// The JSON of the header.
    Header,
    /// The signature.
    Signature,
    /// The JSON of the claims.
    Claims,
    /// The string in the claim at [`VerifyError::path`](crate::VerifyError::path).
    Claim,
}
