use super::*;
use crate::jwt::claim;

#[test]
fn errors_are_equal_if_all_that_they_say_is() {
    let broken = || "\u{e9}".parse::<u8>().unwrap_err();
    let error = || VerifyError::malformed(claim::ISSUER, 7, broken());
    assert_eq!(error(), error());
    assert_eq!((error().part(), error().path(), error().position()), (TokenPart::Claim, "/iss", Some(7)));
    assert_eq!(VerifyError::invalid(claim::ISSUER, broken()), VerifyError::invalid(claim::ISSUER, broken()));
    assert_eq!(VerifyError::invalid(claim::ISSUER, broken()).part(), TokenPart::Claim);
    for other in [
        VerifyError::malformed(claim::ISSUER, 8, broken()),
        VerifyError::malformed(claim::EXPIRES, 7, broken()),
        VerifyError::malformed(claim::ISSUER, 7, "".parse::<u8>().unwrap_err()),
        VerifyError::invalid(claim::ISSUER, broken()),
        error().by(1),
        error().expecting("a string"),
        error().code(1),
        error().with_help(Some("write another")),
    ] {
        assert_ne!(other, error());
    }
}
