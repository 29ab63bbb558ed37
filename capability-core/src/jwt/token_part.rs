/// Which part of a token an error is about, and what its position counts in.
///
/// ```
/// use twilio_capability_core::read::{TokenPart, Verifier};
/// # use twilio_capability_core::AccountCredentials;
/// # let account = AccountCredentials::new(
/// #     "AC00000000000000000000000000000000".parse()?,
/// #     "not_a_real_auth_token".parse()?,
/// # );
///
/// // The header is a list: `[]`.
/// let error = Verifier::capability(&account).verify("W10.e30.AAAA").unwrap_err();
/// assert_eq!(error.part(), TokenPart::Header);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum TokenPart {
    /// The token as it stands.
    Token,
    /// The JSON of the header.
    Header,
    /// The signature.
    Signature,
    /// The JSON of the claims.
    Claims,
    /// The string that the claim at [`VerifyError::path`] is.
    Claim,
}
