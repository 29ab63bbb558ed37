//! Names that come from run time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::support::{AUTH_TOKEN, account, decode, now, scopes};
use twilio_capability::read::inspect_at;
use twilio_capability::{
    ApplicationSid, ClientCapability, ClientName, Outgoing, ParamName, Params, Scopes, Verifier,
    VoiceIdentity,
};

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
/// A UUID without hyphens, which looks like an auth token.
const UUID: &str = "6f1c2b3a4d5e6f708192a3b4c5d6e7f8";

#[test]
fn a_uuid_without_hyphens_is_a_name_and_is_read_back() {
    let name: ClientName = UUID.parse().unwrap();
    let outgoing = Outgoing::to(APPLICATION)
        .param(UUID.parse::<ParamName>().unwrap(), 1)
        .params(Params::try_from_iter([(UUID, 2)]).unwrap());
    let token =
        ClientCapability::new().incoming(name).outgoing(outgoing).credentials(&account()).sign_at(now());

    let claims = decode(token.as_str(), AUTH_TOKEN).claims;
    let found = scopes(claims["scope"].as_str().unwrap());
    assert_eq!(found[0].query["clientName"], UUID);
    assert_eq!(found[1].params, [(UUID.to_owned(), "2".to_owned())]);

    let verified = Verifier::capability(&account()).verify_at(token.as_str(), now()).unwrap();
    assert_eq!(Scopes::try_from(verified.scopes()).unwrap().incoming().unwrap(), UUID);
    let inspection = inspect_at(token.as_str(), now());
    assert!(inspection.to_string().contains(&format!("receive calls to \"{UUID}\"")), "{inspection}");
    assert_eq!(inspection.findings().len(), 0, "{inspection}");
}

#[test]
fn any_user_has_a_name() {
    for user in ["zoë.müller@example.com", "a b", "_", "+15550100", "\u{1F4DE}\0\n", "john", UUID] {
        let name = ClientName::escaped(user).unwrap();
        let token = ClientCapability::new().incoming(name.clone()).credentials(&account()).sign_at(now());
        let verified = Verifier::capability(&account()).verify_at(token.as_str(), now()).unwrap();
        let read = Scopes::try_from(verified.scopes()).unwrap().incoming().unwrap().unescaped();
        assert_eq!(read.as_deref(), Some(user));
        assert_eq!(VoiceIdentity::escaped(user).unwrap(), name.as_str());
    }
    assert_eq!(ClientName::escaped("").unwrap_err().to_string(), "this client name is empty");
    assert!(ClientName::escaped(&"é".repeat(20)).is_ok());
    let error = ClientName::escaped(&"é".repeat(21)).unwrap_err();
    assert_eq!(error.to_string(), "a client name has at most 121 characters, this one has 126");
    assert_eq!(ClientName::lenient("zoë").unwrap().unescaped(), None);
}

#[test]
fn the_error_for_a_name_with_other_characters_says_how_to_make_one() {
    let error = "zoë@example.com".parse::<ClientName>().unwrap_err();
    assert!(error.help().as_str().contains("`ClientName::escaped`"));
    let error = "zoë@example.com".parse::<VoiceIdentity>().unwrap_err();
    assert!(error.help().as_str().contains("`VoiceIdentity::escaped`"));
}
