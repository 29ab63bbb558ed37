//! The fuzz targets as functions. Each takes any bytes and panics if a property of the library does not hold.
//! `tests/fuzz_smoke.rs` runs the same functions on the seeds.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proc_macro2::TokenStream;
use serde_json::Value;
use twilio_capability_core::crypto::{self, jsonwebtoken};
use twilio_capability_core::read::{
    Finding, Inspection, ReadScope, ReadScopes, Severity, TokenKind, TokenPart, Verifier, VerifyError,
    VerifyErrorKind, inspect_at,
};
use twilio_capability_core::{
    AccountCredentials, ApiKeyCredentials, ApplicationSid, ClientCapability, ClientName, EventStream,
    FilterName, Outgoing, ParamName, Scopes, Ttl, UnixTime,
};
use twilio_capability_macros_as_library::{access_token, capability, in_editor, task_router_capability};

mod webhooks;

pub use self::webhooks::webhook;

const SID: &str = "AC0123456789abcdef0123456789abcdef";
const KEY_SID: &str = "SK0123456789abcdef0123456789abcdef";
const KEY: &str = "0123456789abcdef0123456789abcdef";
const NOW: u64 = 1_700_000_000;

fn now() -> UnixTime {
    UnixTime::from_secs(NOW).unwrap()
}

fn account() -> AccountCredentials {
    AccountCredentials::new(SID.parse().unwrap(), KEY.parse().unwrap())
}

/// A token with this header and these claims. It is signed with the key, so that the check of the signature succeeds.
fn sign(header: &[u8], claims: &[u8]) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let key = jsonwebtoken::EncodingKey::from_secret(KEY.as_bytes());
    let hs256 = (crypto::PROVIDER.signer_factory)(&jsonwebtoken::Algorithm::HS256, &key).unwrap();
    let mac = hs256.try_sign(signed.as_bytes()).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac))
}

/// The bytes before and after the first line break.
fn parts(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = data.iter().position(|byte| *byte == b'\n')?;
    Some((&data[..at], &data[at + 1..]))
}

/// Header and claims with a line break between them, or a whole token without a line break.
pub fn verify(data: &[u8]) {
    let Some((header, claims)) = parts(data) else {
        let Ok(token) = str::from_utf8(data) else { return };
        check(token);
        return;
    };
    let token = sign(header, claims);
    if !check(&token) {
        return;
    }
    // Another JSON parser also accepts an accepted token, and reads the same values.
    let header: Value = serde_json::from_slice(header).unwrap();
    assert_eq!(header["alg"], "HS256");
    assert!(header.get("crit").is_none());
    let claims: Value = serde_json::from_slice(claims).unwrap();
    assert_eq!(claims["iss"], SID);
    let exp = claims["exp"].as_u64().unwrap();
    assert!(exp > NOW && exp <= NOW + 86_400);
    assert!(claims["nbf"].is_null() || claims["nbf"].as_u64().unwrap() <= NOW);
    // A wrong signature is refused, and so is the right signature of another token.
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let verifier = Verifier::capability(&account());
    assert!(verifier.verify_at(&format!("{signed}A.{signature}"), now()).is_err());
    assert!(verifier.verify_at(&format!("{signed}.{}", "A".repeat(43)), now()).is_err());
}

fn check(token: &str) -> bool {
    let inspection = inspect_at(token, now()).expecting(TokenKind::Capability);
    match Verifier::capability(&account()).verify_at(token, now()) {
        Ok(capability) => {
            assert_eq!(inspection.kind(), TokenKind::Capability);
            assert_eq!(inspection.scopes(), Some(capability.scopes()));
            assert_eq!(inspection.issuer(), Some(SID));
            assert_eq!(inspection.expires_at(), Some(capability.expires_at()));
            true
        }
        Err(error) => {
            check_refusal(token, &error, &inspection, true);
            false
        }
    }
}

/// Checks an error. If its reason needs no key, an inspection reports it too, unless it does not read such tokens. `is_known` is
/// false if the inspection cannot know the kind of the token.
fn check_refusal(token: &str, error: &VerifyError, inspection: &Inspection, is_known: bool) {
    assert!(!format!("{error} {error:?}").contains(KEY));
    if error.part() == TokenPart::Token {
        assert!(error.position().unwrap() <= token.len());
    }
    let needs_the_key = matches!(error.kind(), VerifyErrorKind::Signature | VerifyErrorKind::Mismatch);
    let is_read = !matches!(inspection.kind(), TokenKind::Encrypted | TokenKind::ClientValidation);
    if !needs_the_key && is_read && is_known {
        let mut codes = inspection.findings().iter().map(Finding::twilio_code);
        assert!(codes.any(|code| code == error.twilio_code()), "{error}\n{inspection}");
    }
}

fn api_key() -> ApiKeyCredentials {
    ApiKeyCredentials::new(SID.parse().unwrap(), KEY_SID.parse().unwrap(), KEY.parse().unwrap())
}

/// As [`verify`], for access tokens.
pub fn verify_access(data: &[u8]) {
    let Some((header, claims)) = parts(data) else {
        let Ok(token) = str::from_utf8(data) else { return };
        check_access(token);
        return;
    };
    let token = sign(header, claims);
    // No token is accepted as both kinds.
    assert!(!check_access(&token) || !check(&token));
    if !check_access(&token) {
        return;
    }
    let header: Value = serde_json::from_slice(header).unwrap();
    assert_eq!((&header["alg"], &header["cty"]), (&Value::from("HS256"), &Value::from("twilio-fpa;v=1")));
    assert!(header.get("crit").is_none());
    let claims: Value = serde_json::from_slice(claims).unwrap();
    assert_eq!((&claims["iss"], &claims["sub"]), (&Value::from(KEY_SID), &Value::from(SID)));
    let exp = claims["exp"].as_u64().unwrap();
    assert!(exp > NOW && exp <= NOW + 86_400);
    // Another JSON parser finds exactly the same grants.
    let verified = Verifier::access_token(&api_key()).verify_at(&token, now()).unwrap();
    let grants = verified.grants();
    let claim = &claims["grants"];
    assert_eq!(grants.identity.as_deref(), claim["identity"].as_str());
    assert_eq!(grants.voice.is_some(), claim["voice"].is_object());
    let allows = grants.voice.as_ref().is_some_and(|voice| voice.incoming);
    assert_eq!(allows, claim["voice"]["incoming"]["allow"] == true);
    if let Some(outgoing) = grants.voice.as_ref().and_then(|voice| voice.outgoing.as_ref()) {
        let claim = &claim["voice"]["outgoing"];
        assert_eq!(outgoing.application_sid.as_deref(), claim["application_sid"].as_str());
        let params = claim["params"].as_object().cloned().unwrap_or_default();
        assert_eq!(outgoing.params.to_map(), params);
    }
    assert_eq!(verified.id(), claims["jti"].as_str());
    assert_eq!(verified.region(), header["twr"].as_str());
}

fn check_access(token: &str) -> bool {
    let inspection = inspect_at(token, now()).expecting(TokenKind::Access);
    match Verifier::access_token(&api_key()).verify_at(token, now()) {
        Ok(verified) => {
            assert_eq!(inspection.kind(), TokenKind::Access);
            assert_eq!(inspection.grants(), Some(verified.grants()));
            assert_eq!(inspection.id(), verified.id());
            assert_eq!(inspection.expires_at(), Some(verified.expires_at()));
            true
        }
        Err(error) => {
            check_refusal(token, &error, &inspection, inspection.is_readable());
            false
        }
    }
}

/// As [`verify`], for TaskRouter capability tokens.
pub fn verify_task_router(data: &[u8]) {
    let token = match parts(data) {
        Some((header, claims)) => sign(header, claims),
        None => match str::from_utf8(data) {
            Ok(token) => token.to_owned(),
            Err(_) => return,
        },
    };
    let inspection = inspect_at(&token, now());
    explain(&inspection);
    let verified = match Verifier::task_router(&account()).verify_at(&token, now()) {
        Ok(verified) => verified,
        Err(error) => return check_refusal(&token, &error, &inspection, inspection.is_readable()),
    };
    // No token is accepted as two kinds.
    assert!(!check(&token) && !check_access(&token));
    assert_eq!(inspection.kind(), TokenKind::TaskRouter);
    let channel = inspection.channel().unwrap();
    assert_eq!(channel.policies, verified.policies());
    // Another JSON parser finds the same policies.
    let Some((_, claims)) = parts(data) else { return };
    let claims: Value = serde_json::from_slice(claims).unwrap();
    assert_eq!((&claims["iss"], &claims["account_sid"]), (&Value::from(SID), &Value::from(SID)));
    assert_eq!(claims["workspace_sid"], verified.workspace_sid().as_str());
    let policies = claims["policies"].as_array().unwrap();
    assert_eq!(policies.len(), verified.policies().len());
    for (policy, read) in policies.iter().zip(verified.policies()) {
        assert_eq!((&policy["url"], &policy["allow"]), (&Value::from(&*read.url), &Value::from(read.allow)));
        assert_eq!(policy["method"].as_str().unwrap().to_ascii_uppercase(), read.method);
        for (filter, fields) in [("query_filter", &read.query_filter), ("post_filter", &read.post_filter)] {
            let theirs = policy.get(filter).and_then(Value::as_object);
            assert_eq!(theirs.map_or(0, serde_json::Map::len), fields.len());
            for (name, required) in fields {
                assert_eq!(policy[filter][name]["required"], *required);
            }
        }
    }
}

/// Header and claims with a line break between them, which are not signed, or a whole token.
pub fn inspect(data: &[u8]) {
    let token = match parts(data) {
        Some((header, claims)) => {
            accepted_is_not_refused(header, claims);
            let (header, claims) = (URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
            format!("{header}.{claims}.{}", "A".repeat(43))
        }
        None => match str::from_utf8(data) {
            Ok(token) => token.to_owned(),
            Err(_) => return,
        },
    };
    let inspection = inspect_at(&token, now());
    explain(&inspection);
    let kinds = [
        TokenKind::Access,
        TokenKind::TaskRouter,
        TokenKind::Capability,
        TokenKind::ClientValidation,
        TokenKind::Encrypted,
    ];
    for expected in kinds {
        let other = inspection.clone().expecting(expected);
        explain(&other);
        if expected == inspection.kind() {
            assert_eq!(other, inspection);
        }
    }
}

/// No finding is an error where the verifier of the token's family accepts the token with the right key: the one whose SID
/// the claims name.
fn accepted_is_not_refused(header: &[u8], claims: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(claims) else { return };
    let (issuer, subject) =
        (value["iss"].as_str().unwrap_or_default(), value["sub"].as_str().unwrap_or_default());
    let token = sign(header, claims);
    let accepted = if let Ok(account) = issuer.parse() {
        let account = AccountCredentials::new(account, KEY.parse().unwrap());
        Verifier::capability(&account).verify_at(&token, now()).is_ok()
            || Verifier::task_router(&account).verify_at(&token, now()).is_ok()
    } else if let (Ok(account), Ok(key)) = (subject.parse(), issuer.parse()) {
        let api_key = ApiKeyCredentials::new(account, key, KEY.parse().unwrap());
        Verifier::access_token(&api_key).verify_at(&token, now()).is_ok()
    } else {
        false
    };
    let inspection = inspect_at(&token, now());
    let refused = inspection.findings().iter().any(|finding| finding.severity() == Severity::Error);
    assert!(!accepted || !refused, "{inspection}");
}

fn explain(inspection: &Inspection) {
    let words = inspection.to_string();
    assert!(!words.chars().any(|c| c.is_control() && c != '\n'), "{words:?}");
    assert!(inspection.is_readable() || !inspection.findings().is_empty());
    for finding in inspection.findings() {
        assert!(words.contains(&finding.to_string()));
        let (codes, code) = (finding.rule().twilio_codes(), finding.twilio_code());
        assert!(code.map_or(codes.is_empty(), |code| codes.contains(&code)), "{finding:?}");
    }
}

/// The value of a `scope` claim.
pub fn scope_parse(data: &[u8]) {
    let Ok(claim) = str::from_utf8(data) else { return };
    match claim.parse::<ReadScopes>() {
        Err(error) => {
            assert!(claim.is_char_boundary(error.position()), "{error}");
        }
        Ok(scopes) => {
            assert!(claim.split(' ').filter(|uri| !uri.is_empty()).count() == scopes.as_slice().len());
            // After it is written in the canonical form, it is read as the same scopes.
            assert_eq!(canonical(&scopes).parse::<ReadScopes>().unwrap(), scopes);
            // If it can be minted, the minted token is read as the same rights.
            if let Ok(ours) = Scopes::try_from(&scopes) {
                let token =
                    ClientCapability::new().scopes(ours.clone()).credentials(&account()).sign_at(now());
                let verifier = Verifier::capability(&account()).max_len(usize::MAX);
                let again = verifier.verify_at(token.as_str(), now()).unwrap();
                assert_eq!(Scopes::try_from(again.scopes()).unwrap(), ours);
            }
        }
    }
}

fn canonical(scopes: &ReadScopes) -> String {
    let scopes = scopes.iter().map(|scope| match scope {
        ReadScope::Incoming { client_name: None, .. } => "scope:client:incoming".to_owned(),
        ReadScope::Incoming { client_name: Some(name), .. } => {
            format!("scope:client:incoming?clientName={}", encode(name))
        }
        ReadScope::Outgoing { app_sid, client_name, params, .. } => {
            let name = client_name.as_ref().map(|name| format!("&clientName={}", encode(name)));
            let (name, params) = (name.unwrap_or_default(), list(params));
            format!("scope:client:outgoing?appSid={}{name}&appParams={params}", encode(app_sid))
        }
        ReadScope::Events { path, filters, .. } => {
            format!("scope:stream:subscribe?path={}&params={}", encode(path), list(filters))
        }
        other => panic!("{other:?}"),
    });
    scopes.collect::<Vec<_>>().join(" ")
}

fn list(params: &[(String, String)]) -> String {
    let params = params.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    encode(&params.collect::<Vec<_>>().join("&"))
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// Texts with zero bytes between them: an incoming name, an outgoing name, and then names and values by turns. The
/// first byte says what there is.
pub fn emit_parse(data: &[u8]) {
    let Some((flags, rest)) = data.split_first() else { return };
    let Ok(rest) = str::from_utf8(rest) else { return };
    let mut texts = rest.split('\0').map(str::to_owned);
    let incoming = texts.next().and_then(|name| ClientName::lenient(name).ok()).filter(|_| flags & 1 != 0);
    let name = texts.next().and_then(|name| ClientName::lenient(name).ok());
    let application = ApplicationSid::from_static("APfedcba9876543210fedcba9876543210");
    let (mut outgoing, mut events) = (Outgoing::to(application), EventStream::new());
    // Where both are there, an outgoing scope without a name takes the incoming one: that is its normal form.
    if let Some(name) = name.or_else(|| incoming.clone()) {
        outgoing = outgoing.as_client(name);
    }
    while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
        if let Ok(name) = ParamName::try_from(name.as_str()) {
            outgoing = outgoing.param(name, &value);
        }
        if let Ok(name) = FilterName::try_from(name) {
            events = events.filter(name, &value);
        }
    }
    let capability = ClientCapability::new()
        .maybe_incoming(incoming)
        .maybe_events((flags & 2 != 0).then_some(events))
        .ttl(Ttl::from_secs(u64::from(*flags) + 1).unwrap())
        .outgoing(outgoing.clone())
        .credentials(&account());
    let token = capability.sign_at(now());
    let read = Verifier::capability(&account()).max_len(usize::MAX).verify_at(token.as_str(), now()).unwrap();
    let scopes = Scopes::try_from(read.scopes()).unwrap();
    assert_eq!(scopes.outgoing(), Some(&outgoing));
    assert_eq!(read.expires_at().as_secs(), NOW + u64::from(*flags) + 1);
    // Minted again, it is the same token.
    let ttl = Ttl::from_secs(u64::from(*flags) + 1).unwrap();
    let again = ClientCapability::new().scopes(scopes).ttl(ttl).credentials(&account()).sign_at(now());
    assert_eq!(again.as_str(), token.as_str());
}

/// What stands between the delimiters of a macro call.
pub fn macros(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Ok(input) = format!("k; {text}").parse::<TokenStream>() else { return };
    // An editor's expansion of anything is tokens that can be printed.
    assert!(in_editor(input.clone()).iter().all(|expansion| !expansion.to_string().is_empty()));
    expands(capability(input.clone()), "k :: ClientCapability :: new ()");
    expands(access_token(input.clone()), "k :: AccessToken :: new ()");
    expands(task_router_capability(input), "k :: TaskRouterCapability :: workspace (");
}

/// A call without mistakes begins a chain of calls. One with mistakes is an expression, whatever was typed: the mistakes,
/// each with help, and a value.
fn expands(expansion: TokenStream, new: &str) {
    let text = expansion.to_string();
    if !text.starts_with("{ :: core :: compile_error !") {
        assert!(text.contains(new), "{text}");
        return;
    }
    let Ok(syn::Expr::Block(block)) = syn::parse2::<syn::Expr>(expansion) else { panic!("{text}") };
    let errors = block.block.stmts.iter().filter_map(|statement| match statement {
        syn::Stmt::Macro(call) if call.mac.path.segments.last()?.ident == "compile_error" => {
            Some(call.mac.parse_body::<syn::LitStr>().unwrap().value())
        }
        _ => None,
    });
    for error in errors {
        assert!(error.contains("\n= help: "), "{error}");
    }
    assert!(matches!(block.block.stmts.last(), Some(syn::Stmt::Expr(syn::Expr::Call(_), None))), "{text}");
}
