//! A token to read is any type of string.

use std::borrow::Cow;
use std::sync::Arc;

use crate::support::{account, now};
use twilio_capability::read::{TokenKind, Verifier, inspect, inspect_at};
use twilio_capability::{Token, capability};

fn minted() -> Token {
    capability! { incoming "john"; credentials &account() }.sign_at(now())
}

#[test]
fn a_verifier_takes_every_type_of_string() {
    let (token, account) = (minted(), account());
    let verifier = Verifier::capability(&account);
    let (string, boxed): (String, Box<str>) = (token.as_str().to_owned(), token.as_str().into());
    let (shared, cow): (Arc<str>, Cow<'_, str>) = (token.as_str().into(), token.as_str().into());
    let results = [
        verifier.verify_at(&token, now()),
        verifier.verify_at(token.as_str(), now()),
        verifier.verify_at(&token.as_str(), now()),
        verifier.verify_at(&string, now()),
        verifier.verify_at(&boxed, now()),
        verifier.verify_at(&shared, now()),
        verifier.verify_at(&cow, now()),
    ];
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert!(verifier.verify(&token).is_err(), "it has expired");
}

#[test]
fn an_inspection_takes_every_type_of_string() {
    let token = minted();
    let string = token.as_str().to_owned();
    let expected = inspect_at(token.as_str(), now()).to_string();
    assert_eq!(inspect_at(&token, now()).to_string(), expected);
    assert_eq!(inspect_at(&string, now()).to_string(), expected);
    assert_eq!(inspect(&token).kind(), TokenKind::Capability);
}
