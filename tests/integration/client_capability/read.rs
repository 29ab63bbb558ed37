//! Every token that Twilio's six libraries minted for the cases in `vectors/` is verified with its key and read. It must
//! mean what the case asked for. If it does not, the library has a defect. These defects are listed here, with what is
//! read instead.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use crate::support::NOW;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use twilio_capability::read::{
    Library, NotOursErrorKind, ReadScope, ReadScopes, ScopeErrorKind, TokenKind, VerifiedCapability,
    Verifier, VerifyErrorKind, inspect_at,
};
use twilio_capability::{AccountCredentials, ClientCapability, Scopes, UnixTime};

/// A scope as plain data, from the input of a case or from a token.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Right {
    Incoming(String),
    Outgoing { app: String, client: Option<String>, params: Vec<(String, String)> },
    Events(Vec<(String, String)>),
}

struct Minted<'a> {
    case: &'a str,
    library: &'a str,
    input: &'a Value,
    token: &'a str,
}

fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("../../vectors/client_capability.json")).unwrap()
}

fn minted(vectors: &[Value]) -> (Vec<Minted<'_>>, usize) {
    let mut refused = 0;
    let mut tokens = Vec::new();
    for vector in vectors {
        for (library, result) in vector["sdks"].as_object().unwrap() {
            let Some(token) = result["token"].as_str() else {
                assert!(result["error"].is_string(), "{result}");
                refused += 1;
                continue;
            };
            let case = vector["case"].as_str().unwrap();
            tokens.push(Minted { case, library, input: &vector["input"], token });
        }
    }
    (tokens, refused)
}

/// A token whose `ttl` is not above 0 is never valid, because its `nbf`, if it has one, is not before its `exp`. So it is
/// verified with a clock that may be wrong by ten seconds.
fn verifier(minted: &Minted<'_>) -> Verifier<ClientCapability> {
    let never_lives = minted.input["ttl"].as_i64().is_some_and(|ttl| ttl <= 0);
    Verifier::capability(&account(minted)).leeway(Duration::from_secs(if never_lives { 10 } else { 0 }))
}

fn account(minted: &Minted<'_>) -> AccountCredentials {
    let text = |name: &str| minted.input[name].as_str().unwrap();
    AccountCredentials::new(text("account_sid").parse().unwrap(), text("secret").parse().unwrap())
}

fn at(seconds: u64) -> UnixTime {
    UnixTime::from_secs(seconds).unwrap()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let pairs = value.as_array().into_iter().flatten();
    pairs.map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

fn asked_for(input: &Value) -> Vec<Right> {
    let scopes = input["scopes"].as_array().unwrap().iter();
    scopes
        .map(|scope| match scope["type"].as_str().unwrap() {
            "incoming" => Right::Incoming(text(&scope["client_name"])),
            "outgoing" => Right::Outgoing {
                app: text(&scope["app_sid"]),
                client: scope["client_name"].as_str().map(Into::into),
                params: pairs(&scope["params"]),
            },
            "events" => Right::Events(pairs(&scope["filters"])),
            other => panic!("{other}"),
        })
        .collect()
}

fn rights(scopes: &ReadScopes) -> Vec<Right> {
    let scopes = scopes.iter();
    scopes
        .map(|scope| match scope.clone() {
            ReadScope::Incoming { client_name, .. } => Right::Incoming(client_name.unwrap()),
            ReadScope::Outgoing { app_sid, client_name, params, .. } => {
                Right::Outgoing { app: app_sid, client: client_name, params }
            }
            ReadScope::Events { path, filters, .. } => {
                assert_eq!(path, ReadScopes::EVENTS_PATH);
                Right::Events(filters)
            }
            other => panic!("{other:?}"),
        })
        .collect()
}

fn outgoing(params: &[(&str, &str)]) -> Vec<Right> {
    let params = params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    vec![Right::Outgoing { app: "APfedcba9876543210fedcba9876543210".to_owned(), client: None, params }]
}

fn incoming(names: &[&str]) -> Vec<Right> {
    names.iter().map(|name| Right::Incoming((*name).to_owned())).collect()
}

/// What is read instead of what was asked for.
enum Defect {
    /// Other scopes.
    Means(Vec<Right>),
    /// An error: the scope cannot be read.
    Refused(ScopeErrorKind, usize),
    /// The same parameters in another order, which has no effect.
    Order,
    /// The same scopes, but no verifier accepts the token: it starts, or was issued, at or after its end.
    NeverValid,
}

/// The documented defects: case, library, what is read instead, why.
fn defects() -> Vec<(&'static str, &'static str, Defect, &'static str)> {
    use Defect::{Means, NeverValid, Order, Refused};
    let once = "ruby encodes a value only once, so separators in it separate parameters";
    let name = "the incoming name is not encoded";
    let values = "each library writes values that are not strings in a different way";
    let app = "APfedcba9876543210fedcba9876543210".to_owned();
    let email = |incoming: &str| {
        let client = Some("alice+x@example.com".to_owned());
        let outgoing = Right::Outgoing { app: app.clone(), client, params: Vec::new() };
        Means(vec![Right::Incoming(incoming.to_owned()), outgoing])
    };
    vec![
        ("params_two", "java", Order, "a HashMap has no order"),
        ("params_amp", "ruby", Means(outgoing(&[("k", "a"), ("b", "")])), once),
        // `k=a=b` is split at the first `=`, so this value arrives correctly.
        (
            "params_injection",
            "ruby",
            Means(outgoing(&[("user", "1"), ("admin", "true"), ("plan", "free")])),
            once,
        ),
        ("params_plus", "ruby", Means(outgoing(&[("phone", " 15551234567")])), "`+` is a space when decoded"),
        (
            "params_percent",
            "ruby",
            Refused(ScopeErrorKind::Escape, 81),
            "`100%` is not encoded inside the list",
        ),
        (
            "params_non_string",
            "python",
            Means(outgoing(&[("n", "1"), ("t", "True"), ("f", "1.5"), ("nul", "None")])),
            values,
        ),
        (
            "params_non_string",
            "csharp",
            Means(outgoing(&[("n", "1"), ("t", "True"), ("f", "1.5"), ("nul", "")])),
            values,
        ),
        ("params_non_string", "php", Means(outgoing(&[("n", "1"), ("t", "1"), ("f", "1.5")])), values),
        (
            "params_non_string",
            "ruby",
            Means(outgoing(&[("n", "1"), ("t", "true"), ("f", "1.5"), ("nul", "")])),
            values,
        ),
        ("params_list_value", "python", Means(outgoing(&[("k", "a"), ("k", "b")])), "the name is repeated"),
        ("params_list_value", "node", Means(outgoing(&[("k", "a,b")])), "joined by commas"),
        ("params_list_value", "ruby", Means(outgoing(&[("k", "[\"a\", \"b\"]")])), "in Ruby's notation"),
        ("params_list_value", "php", Means(outgoing(&[("k[0]", "a"), ("k[1]", "b")])), "in PHP's notation"),
        (
            "params_list_value",
            "java",
            Means(outgoing(&[("k", "")])),
            "the test lost it before it called the library",
        ),
        ("params_list_value", "csharp", Means(outgoing(&[("k", "[list]")])), "the name of the type"),
        ("name_space", "java", Refused(ScopeErrorKind::NotAScope, 39), name),
        ("name_space", "csharp", Refused(ScopeErrorKind::NotAScope, 39), name),
        ("name_email", "java", email("alice x@example.com"), name),
        ("name_email", "csharp", email("alice x@example.com"), name),
        ("ttl_0", "python", NeverValid, "the lifetime is not checked"),
        ("ttl_0", "ruby", NeverValid, "the lifetime is not checked"),
        ("ttl_negative", "python", NeverValid, "the lifetime is not checked"),
        ("ttl_negative", "ruby", NeverValid, "the lifetime is not checked"),
        ("ttl_negative", "node", NeverValid, "the lifetime is not checked"),
        ("incoming_repeated", "python", Means(incoming(&["bob"])), "the second call replaces the first"),
    ]
}

#[test]
fn every_token_verifies_and_means_what_was_asked_for() {
    let vectors = vectors();
    let (minted, refused) = minted(&vectors);
    let mut defects: BTreeMap<_, _> =
        defects().into_iter().map(|(case, library, defect, why)| ((case, library), (defect, why))).collect();
    let documented = defects.len();
    let mut as_asked = 0;
    for minted in &minted {
        let Minted { case, library, input, token } = minted;
        let result = verifier(minted).verify_at(token, at(NOW));
        let found = result.map(|capability| rights(capability.scopes()));
        let asked = asked_for(input);
        match (defects.remove(&(*case, *library)), found) {
            (None, found) => {
                assert_eq!(found.as_ref(), Ok(&asked), "{case}, {library}");
                as_asked += 1;
            }
            (Some((Defect::Means(meaning), why)), found) => {
                assert_ne!(meaning, asked, "{case}, {library}: no defect: {why}");
                assert_eq!(found, Ok(meaning), "{case}, {library}: {why}");
            }
            (Some((Defect::Order, _)), found) => {
                let sorted = |mut rights: Vec<Right>| {
                    for right in &mut rights {
                        if let Right::Outgoing { params, .. } = right {
                            params.sort();
                        }
                    }
                    rights
                };
                let found = found.unwrap();
                assert_ne!(found, asked, "{case}, {library}");
                assert_eq!(sorted(found), sorted(asked), "{case}, {library}");
            }
            (Some((Defect::NeverValid, _)), found) => {
                assert_eq!(found.unwrap_err().kind(), VerifyErrorKind::NeverValid, "{case}, {library}");
                let inspection = inspect_at(token, at(NOW));
                assert_eq!(rights(inspection.scopes().unwrap()), asked, "{case}, {library}");
            }
            (Some((Defect::Refused(kind, position), why)), found) => {
                let error = found.unwrap_err();
                assert_eq!(error.kind(), VerifyErrorKind::Malformed, "{case}, {library}: {why}");
                let scope = error.scope().unwrap();
                assert_eq!((scope.kind(), scope.position()), (kind, position), "{case}, {library}: {why}");
            }
        }
    }
    assert!(defects.is_empty(), "no token has these: {:?}", defects.keys());
    // 32 cases and 6 libraries.
    assert_eq!((vectors.len(), minted.len(), refused), (32, 183, 9));
    assert_eq!((as_asked, documented), (158, 25));
}

fn verified(minted: &Minted<'_>) -> Option<VerifiedCapability> {
    verifier(minted).verify_at(minted.token, at(NOW)).ok()
}

#[test]
fn the_times_are_those_of_the_case() {
    let vectors = vectors();
    let mut lives_longer = 0;
    for minted in minted(&vectors).0 {
        let Some(capability) = verified(&minted) else { continue };
        let ttl = minted.input["ttl"].as_i64().unwrap_or(3600);
        let expected = NOW.checked_add_signed(ttl).unwrap();
        if minted.case == "ttl_0" && minted.library == "node" {
            // A ttl of 0 becomes the default.
            assert_eq!(capability.expires_at(), at(NOW + 3600));
            lives_longer += 1;
        } else {
            assert_eq!(capability.expires_at(), at(expected), "{}, {}", minted.case, minted.library);
        }
        let not_before = match minted.library {
            "python" if minted.case != "nbf_null" => Some(at(NOW)),
            // The case asks for no `nbf`, but the token has one.
            "ruby" => Some(at(NOW)),
            _ => None,
        };
        assert_eq!(capability.not_before(), not_before, "{}, {}", minted.case, minted.library);
        assert_eq!(capability.issued_at(), (minted.library == "node").then(|| at(NOW)));
        assert_eq!(capability.issuer().as_str(), minted.input["account_sid"]);
    }
    assert_eq!(lives_longer, 1);
}

/// Scopes that were read, converted to the strict ones, signed and read again give the same rights. Those that cannot be
/// converted are counted by reason.
#[test]
fn what_is_minted_again_means_the_same() {
    let vectors = vectors();
    let mut not_ours = BTreeMap::new();
    let mut again = 0;
    for minted in minted(&vectors).0 {
        let Some(capability) = verified(&minted) else { continue };
        let read = capability.scopes();
        let scopes = match Scopes::try_from(read) {
            Ok(scopes) => scopes,
            Err(error) => {
                *not_ours.entry(format!("{:?}", error.kind())).or_insert(0) += 1;
                continue;
            }
        };
        let token = ClientCapability::new().scopes(scopes).credentials(&account(&minted)).sign_at(at(NOW));
        let after = verifier(&minted).verify_at(token.as_str(), at(NOW)).unwrap();
        let (mut before, mut after) = (rights(read), rights(after.scopes()));
        before.sort();
        after.sort();
        assert_eq!(before, after, "{}, {}", minted.case, minted.library);
        again += 1;
    }
    let expected = [
        (NotOursErrorKind::List, 11),
        (NotOursErrorKind::ClientName, 10),
        (NotOursErrorKind::ParamName, 6),
        (NotOursErrorKind::RepeatedParam, 1),
    ];
    let expected: BTreeMap<_, _> =
        expected.into_iter().map(|(kind, count)| (format!("{kind:?}"), count)).collect();
    assert_eq!(not_ours, expected);
    assert_eq!(again, 147);
}

#[test]
fn the_library_is_recognised() {
    let vectors = vectors();
    let (mut alone, mut among) = (0, 0);
    for minted in minted(&vectors).0 {
        let inspection = inspect_at(minted.token, at(NOW));
        assert_eq!(inspection.kind(), TokenKind::Capability);
        let library = match minted.library {
            "python" => Library::Python,
            "node" => Library::Node,
            "ruby" => Library::Ruby,
            "php" => Library::Php,
            "java" => Library::Java,
            "csharp" => Library::Csharp,
            other => panic!("{other}"),
        };
        let guessed = inspection.minted_by();
        assert!(guessed.contains(&library), "{}, {}: {guessed:?}", minted.case, minted.library);
        if guessed.len() == 1 { alone += 1 } else { among += 1 }
    }
    // If an outgoing scope has no client name, php writes the same token as this library.
    assert_eq!((alone, among), (168, 15));
}

/// What a library writes in one way is not taken for its work when it is written in another.
#[test]
fn no_library_is_named_for_a_form_that_it_does_not_write() {
    let vectors = vectors();
    let mut tried = 0;
    for minted in minted(&vectors).0 {
        let (message, signature) = minted.token.rsplit_once('.').unwrap();
        let (header, claims) = message.split_once('.').unwrap();
        let json = |part: &str| String::from_utf8(URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
        let (header, claims) = (json(header), json(claims));
        let guessed = |header: &str, claims: &str| {
            let encode = |json: &str| URL_SAFE_NO_PAD.encode(json);
            let token = format!("{}.{}.{signature}", encode(header), encode(claims));
            inspect_at(&token, at(NOW)).minted_by().to_vec()
        };
        assert_eq!(guessed(&header, &claims), inspect_at(minted.token, at(NOW)).minted_by());
        let spaced = |json: &str| json.replace("\":", "\": ");
        let name = format!("{}, {}", minted.case, minted.library);
        for (header, claims) in [
            // White space, as old versions of the library for Python write it.
            (spaced(&header), claims.clone()),
            (header.clone(), spaced(&claims)),
            (header.replace('{', "{ "), claims.clone()),
            // Other members, other values, another order.
            (header.replace("HS256", "HS384"), claims.clone()),
            (header.replace("JWT", "jwt"), claims.clone()),
            (header.replace('{', "{\"kid\":\"1\","), claims.clone()),
            (header.clone(), claims.replace('{', "{\"aud\":\"1\",")),
            (header.clone(), claims.replace("\"iss\"", "\"sub\"")),
        ] {
            assert_eq!(guessed(&header, &claims), [], "{name}: {header} {claims}");
            tried += 1;
        }
        // The keys of an outgoing scope in an order that only one library writes.
        if claims.contains("appSid=") && claims.contains("&appParams=") {
            let first = claims
                .replace("?appSid=", "?x=")
                .replace("&appParams=", "&appSid=")
                .replace("?x=", "?appParams=");
            let guess = guessed(&header, &first);
            assert!(guess.is_empty() || guess == [Library::Python], "{name}: {guess:?}");
            tried += 1;
        }
        // A slash that is escaped is written by the library for PHP alone.
        let escaped = guessed(&header, &claims.replace("%2F", "\\/"));
        let is_escaped = claims.contains("%2F");
        assert!(!is_escaped || escaped.iter().all(|library| *library == Library::Php), "{name}: {escaped:?}");
    }
    assert!(tried > 1500, "{tried}");
}
