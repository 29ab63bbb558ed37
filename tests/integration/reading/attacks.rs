//! Forged and broken tokens. Each is refused for the right reason and at the right step.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use crate::support::{ACCOUNT_SID, AUTH_TOKEN, NOW, account, now};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use twilio_capability::read::{
    Family, Finding, ReadScopes, TokenKind, TokenPart, Verifier, VerifyErrorKind, inspect_at,
};
use twilio_capability::{
    AccessToken, ApiKeyCredentials, ClientCapability, TaskRouterCapability, VerifyError,
};

const HEADER: &str = r#"{"typ":"JWT","alg":"HS256"}"#;
const SCOPE: &str = "scope:client:incoming?clientName=john";

fn verifier() -> Verifier<ClientCapability> {
    Verifier::capability(&account())
}

fn mac(key: &[u8], message: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(message).finalize();
    URL_SAFE_NO_PAD.encode(mac.into_bytes())
}

fn sign(header: impl AsRef<[u8]>, claims: impl AsRef<[u8]>, key: &[u8]) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    format!("{signed}.{}", mac(key, &signed))
}

fn claims(scope: &str) -> String {
    format!(r#"{{"scope":"{scope}","iss":"{ACCOUNT_SID}","exp":{}}}"#, NOW + 3600)
}

fn good() -> String {
    sign(HEADER, claims(SCOPE), AUTH_TOKEN.as_bytes())
}

const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
const ACCESS_HEADER: &str = r#"{"typ":"JWT","alg":"HS256","cty":"twilio-fpa;v=1"}"#;

/// The secret of the API key is the same string as the auth token, so that one list of keys is enough for both kinds.
fn access_verifier() -> Verifier<AccessToken> {
    let secret = AUTH_TOKEN.parse().unwrap();
    Verifier::access_token(&ApiKeyCredentials::new(
        ACCOUNT_SID.parse().unwrap(),
        KEY_SID.parse().unwrap(),
        secret,
    ))
}

fn access_claims(identity: &str) -> String {
    let grants = format!(r#"{{"identity":"{identity}","voice":{{"incoming":{{"allow":true}}}}}}"#);
    format!(r#"{{"iss":"{KEY_SID}","sub":"{ACCOUNT_SID}","jti":"1","exp":{},"grants":{grants}}}"#, NOW + 3600)
}

/// A valid token, and the parts of other tokens that an attack puts into it.
struct Good {
    token: String,
    other_header: &'static str,
    other_claims: String,
    other: String,
}

impl Good {
    fn capability() -> Self {
        Self {
            token: good(),
            other_header: r#"{"alg":"HS256","typ":"JWT"}"#,
            other_claims: claims("scope:client:incoming?clientName=root"),
            other: sign(HEADER, claims(""), AUTH_TOKEN.as_bytes()),
        }
    }

    fn task_router() -> Self {
        let workspace = "WS0123456789abcdef0123456789abcdef".parse().unwrap();
        let capability = TaskRouterCapability::workspace(workspace).credentials(&account());
        let all = capability.clone().allow_delete_subresources().sign_at(now());
        let claims = URL_SAFE_NO_PAD.decode(all.as_str().split('.').nth(1).unwrap()).unwrap();
        Self {
            token: capability.sign_at(now()).into(),
            other_header: r#"{"alg":"HS256","typ":"JWT"}"#,
            other_claims: String::from_utf8(claims).unwrap(),
            other: all.into(),
        }
    }

    fn access() -> Self {
        Self {
            token: sign(ACCESS_HEADER, access_claims("john"), AUTH_TOKEN.as_bytes()),
            other_header: r#"{"alg":"HS256","typ":"JWT","cty":"twilio-fpa;v=1"}"#,
            other_claims: access_claims("root"),
            other: sign(ACCESS_HEADER, access_claims(""), AUTH_TOKEN.as_bytes()),
        }
    }
}

/// The key with this name in the corpus.
fn key(name: &str) -> Vec<u8> {
    match name {
        "auth token" => AUTH_TOKEN.as_bytes().to_vec(),
        "auth token in upper case" => AUTH_TOKEN.to_uppercase().into_bytes(),
        "auth token from hex" => {
            (0..16).map(|n| u8::from_str_radix(&AUTH_TOKEN[2 * n..2 * n + 2], 16).unwrap()).collect()
        }
        "auth token in base64url" => URL_SAFE_NO_PAD.encode(AUTH_TOKEN).into_bytes(),
        "auth token and a line break" => [AUTH_TOKEN.as_bytes(), b"\n"].concat(),
        "account SID" => ACCOUNT_SID.as_bytes().to_vec(),
        "" | "another auth token" | "key of the header" => name.as_bytes().to_vec(),
        other => panic!("{other}"),
    }
}

/// The token of an entry in the corpus.
fn token(entry: &Value, good: &Good) -> String {
    let text = |name: &str| entry[name].as_str();
    if let Some(template) = text("token") {
        let parts: Vec<_> = good.token.split('.').collect();
        return template
            .replace("{header}", parts[0])
            .replace("{claims}", parts[1])
            .replace("{signature}", parts[2])
            .replace("{signature with unused bits}", &with_unused_bits(parts[2]))
            .replace("{other header}", &URL_SAFE_NO_PAD.encode(good.other_header))
            .replace("{other claims}", &URL_SAFE_NO_PAD.encode(&good.other_claims))
            .replace("{other signature}", good.other.rsplit_once('.').unwrap().1);
    }
    let token = sign(text("header").unwrap(), text("claims").unwrap(), &key(text("key").unwrap()));
    match text("signature") {
        Some(signature) => format!("{}.{signature}", token.rsplit_once('.').unwrap().0),
        None => token,
    }
}

/// Another string that a careless decoder reads as the same 32 bytes, because two bits of the last of the 43 characters
/// have no meaning.
fn with_unused_bits(signature: &str) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (head, last) = signature.split_at(42);
    let next = ALPHABET.find(last).unwrap() + 1;
    format!("{head}{}", &ALPHABET[next..=next])
}

#[track_caller]
fn refused(token: &str, kind: VerifyErrorKind, part: TokenPart) {
    let error = verifier().verify_at(token, now()).unwrap_err();
    assert_eq!((error.kind(), error.part()), (kind, part), "{error}");
    harmless(token);
}

/// For any token, an inspection prints no control characters, and no error shows the key. If the token is refused for a
/// reason that needs no key, the inspection reports that reason.
fn harmless(token: &str) {
    harmless_to(&verifier(), TokenKind::Capability, token);
}

fn harmless_to<F: Family>(verifier: &Verifier<F>, expected: TokenKind, token: &str) {
    let inspection = inspect_at(token, now()).expecting(expected);
    let words = inspection.to_string();
    assert!(!words.chars().any(|c| c.is_control() && c != '\n'), "{words:?}");
    let Err(error) = verifier.verify_at(token, now()) else { return };
    assert!(!format!("{error:?} {error}").contains(AUTH_TOKEN));
    let needs_the_key = [VerifyErrorKind::Signature, VerifyErrorKind::Mismatch].contains(&error.kind());
    if !needs_the_key {
        let codes: Vec<_> = inspection.findings().iter().map(Finding::twilio_code).collect();
        assert!(codes.contains(&error.twilio_code()), "{error}, {:?}\n{words}", error.twilio_code());
    }
}

/// Tries each attack of a corpus and returns their number.
fn try_corpus<F: Family>(corpus: &str, good: &Good, verifier: &Verifier<F>, kind: TokenKind) -> usize {
    let corpus: Vec<Value> = serde_json::from_str(corpus).unwrap();
    for entry in &corpus {
        let token = token(entry, good);
        let case = &entry["case"];
        let error = verifier.verify_at(&token, now()).err().unwrap_or_else(|| panic!("{case} is accepted"));
        let found = (format!("{:?}", error.kind()), format!("{:?}", error.part()));
        let expected =
            (entry["kind"].as_str().unwrap().to_owned(), entry["part"].as_str().unwrap().to_owned());
        assert_eq!(found, expected, "{case}: {error}");
        assert_eq!(error.path(), entry["path"].as_str().unwrap_or_default(), "{case}: {error}");
        harmless_to(verifier, kind, &token);
    }
    corpus.len()
}

#[test]
fn every_attack_of_the_corpus_is_refused_for_its_reason() {
    let corpus = include_str!("../../attacks/client_capability.json");
    assert_eq!(try_corpus(corpus, &Good::capability(), &verifier(), TokenKind::Capability), 191);
}

#[test]
fn every_attack_with_an_access_token_is_refused_for_its_reason() {
    let corpus = include_str!("../../attacks/access.json");
    assert_eq!(try_corpus(corpus, &Good::access(), &access_verifier(), TokenKind::Access), 209);
}

#[test]
fn every_attack_with_a_task_router_token_is_refused_for_its_reason() {
    let corpus = include_str!("../../attacks/task_router.json");
    let verifier = Verifier::task_router(&account());
    assert_eq!(try_corpus(corpus, &Good::task_router(), &verifier, TokenKind::TaskRouter), 187);
    no_byte_can_change(&Good::task_router().token, &verifier);
}

/// A token of one kind is never accepted as one of the other kind, although both are signed with the same key here.
#[test]
fn no_kind_of_token_passes_for_the_other() {
    let (capability, access) = (Good::capability().token, Good::access().token);
    assert!(access_verifier().verify_at(&access, now()).is_ok());
    let kind = |error: VerifyError| error.kind();
    assert_eq!(
        verifier().verify_at(&access, now()).map_err(kind).err(),
        Some(VerifyErrorKind::OtherToken(TokenKind::Access))
    );
    let error = access_verifier().verify_at(&capability, now()).map_err(kind).err();
    assert_eq!(error, Some(VerifyErrorKind::OtherToken(TokenKind::Capability)));
    // Neither is one that has the header of the other kind and its own claims.
    let key = AUTH_TOKEN.as_bytes();
    let error = verifier().verify_at(&sign(HEADER, access_claims("john"), key), now()).map_err(kind).err();
    assert_eq!(error, Some(VerifyErrorKind::OtherToken(TokenKind::Access)));
    let error =
        access_verifier().verify_at(&sign(ACCESS_HEADER, claims(SCOPE), key), now()).map_err(kind).err();
    assert_eq!(error, Some(VerifyErrorKind::OtherToken(TokenKind::Capability)));
}

#[test]
fn the_good_token_is_accepted_and_no_byte_of_it_can_change() {
    no_byte_can_change(&good(), &verifier());
    no_byte_can_change(&Good::access().token, &access_verifier());
}

fn no_byte_can_change<F: Family>(token: &str, verifier: &Verifier<F>) {
    let is_accepted = |token: &str| verifier.verify_at(token, now()).is_ok();
    assert!(is_accepted(token));
    for at in 0..token.len() {
        for byte in 0..0x80 {
            let mut changed = token.as_bytes().to_vec();
            if changed[at] == byte {
                continue;
            }
            changed[at] = byte;
            let changed = String::from_utf8(changed).unwrap();
            assert!(!is_accepted(&changed), "byte {at} as {byte}: {changed}");
        }
        assert!(!is_accepted(&token[..at]), "the first {at} bytes");
        assert!(!is_accepted(&token[at + 1..]), "without the first {} bytes", at + 1);
    }
}

/// As in RFC 7515, appendix A.1. The example itself is in the unit tests, because its key is not a string and its claims
/// are not those of a capability token.
#[test]
fn a_line_break_in_the_header_is_white_space() {
    let header = "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}";
    let token = sign(header, format!(" {}\r\n", claims(SCOPE)), AUTH_TOKEN.as_bytes());
    assert!(verifier().verify_at(&token, now()).is_ok());
    let example = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
                   eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
                   dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    refused(example, VerifyErrorKind::Signature, TokenPart::Signature);
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    let key = AUTH_TOKEN.as_bytes();
    let broken = claims("a\u{e9}").into_bytes().into_iter().filter(|byte| *byte != 0xA9).collect::<Vec<_>>();
    refused(&sign(HEADER, broken, key), VerifyErrorKind::NotUtf8, TokenPart::Claims);
    refused(&sign(b"{\"alg\":\"HS256\",\"\xFF\":1}", "{}", key), VerifyErrorKind::NotUtf8, TokenPart::Header);
    let utf_16: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&sign(utf_16, claims(SCOPE), key), VerifyErrorKind::Json, TokenPart::Header);
}

#[test]
fn deep_nesting_ends_soon() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let with = |value: &str| {
        let claims = claims(SCOPE).replace('}', &format!(",\"x\":{value}}}"));
        sign(HEADER, claims, AUTH_TOKEN.as_bytes())
    };
    let roomy = verifier().max_len(1 << 20);
    let kind = |token: &str| roomy.verify_at(token, now()).map_err(|error| error.kind());
    assert!(kind(&with(&nested(31))).is_ok());
    for value in [nested(32), nested(10_000), "[".repeat(10_000), "{\"a\":".repeat(10_000)] {
        let token = with(&value);
        assert_eq!(kind(&token), Err(VerifyErrorKind::TooDeep));
        harmless(&token);
    }
    let header = format!(r#"{{"alg":"HS256","x":{}}}"#, nested(10_000));
    let token = sign(header, claims(SCOPE), AUTH_TOKEN.as_bytes());
    assert_eq!(kind(&token), Err(VerifyErrorKind::TooDeep));
}

/// The limit is checked with the length alone. The rest of the token is not base64url, so the error would be different if
/// it were decoded.
#[test]
fn ten_megabytes_are_refused_before_they_are_read() {
    let huge = "?".repeat(10 << 20);
    let error = verifier().verify_at(&huge, now()).unwrap_err();
    assert_eq!((error.kind(), error.position()), (VerifyErrorKind::TooLong, Some(16 * 1024)));
    refused(&huge, VerifyErrorKind::TooLong, TokenPart::Token);
    refused(&sign(HEADER, "[".repeat(10 << 20), b"x"), VerifyErrorKind::TooLong, TokenPart::Token);
    refused(&format!("{}.", good()).repeat(100_000), VerifyErrorKind::TooLong, TokenPart::Token);
}

#[test]
fn a_scope_of_a_hundred_thousand_uris_is_read_whole() {
    let scope = vec![SCOPE; 100_000].join(" ");
    assert_eq!(scope.parse::<ReadScopes>().unwrap().as_slice().len(), 100_000);
    let last = format!("{scope} x");
    assert_eq!(last.parse::<ReadScopes>().unwrap_err().position(), scope.len() + 1);
    let params = "a%3D1%26".repeat(100_000);
    let outgoing = format!("scope:client:outgoing?appSid=AP&appParams={params}b%3D2");
    assert!(outgoing.parse::<ReadScopes>().is_ok());
    let token = sign(HEADER, claims(&scope), AUTH_TOKEN.as_bytes());
    refused(&token, VerifyErrorKind::TooLong, TokenPart::Token);
    let capability = verifier().max_len(token.len()).verify_at(&token, now()).unwrap();
    assert_eq!(capability.scopes().as_slice().len(), 100_000);
    let members: Vec<_> = (0..100_000).map(|n| format!("\"{n}\":0")).collect();
    let many = claims(SCOPE).replace('}', &format!(",{}}}", members.join(",")));
    let token = sign(HEADER, many, AUTH_TOKEN.as_bytes());
    assert!(verifier().max_len(token.len()).verify_at(&token, now()).is_ok());
}

#[test]
fn base64_of_the_standard_alphabet_is_refused() {
    // A signature that contains `-` or `_`, written with `+` and `/` instead.
    for n in 0.. {
        let token = sign(HEADER, claims(&format!("{SCOPE}{n}")), AUTH_TOKEN.as_bytes());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        if signature.contains(['-', '_']) {
            let standard = STANDARD_NO_PAD.encode(URL_SAFE_NO_PAD.decode(signature).unwrap());
            assert!(verifier().verify_at(&token, now()).is_ok());
            refused(&format!("{signed}.{standard}"), VerifyErrorKind::Encoding, TokenPart::Token);
            break;
        }
    }
}
