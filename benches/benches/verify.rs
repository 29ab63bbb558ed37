//! A token verified by the library and by `jsonwebtoken::decode` with the same checks, and how inspection grows with
//! the token.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml --bench verify
//! ```
//!
//! The variants take turns; see `Rounds`.

use std::collections::HashMap;
use std::hint::black_box;

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use twilio_capability::read::{ReadScopes, Severity, Verifier, inspect_at};
use twilio_capability::{ClientCapability, ClientName, Outgoing, ParamName, Ttl, UnixTime};
use twilio_capability_benches::rounds::Rounds;
use twilio_capability_benches::{ACCOUNT_SID, AUTH_TOKEN, KEY_SID, USER_ID, access_token, account, api_key};

const ROUNDS: usize = 201;
const BATCH: u32 = 200;

/// The claims of an access token with a Voice grant, as `decode` returns them.
#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct AccessClaims {
    iss: String,
    sub: String,
    jti: String,
    exp: u64,
    nbf: Option<u64>,
    grants: Grants,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct Grants {
    identity: String,
    voice: Voice,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct Voice {
    incoming: Option<Incoming>,
    outgoing: Option<VoiceOutgoing>,
    push_credential_sid: Option<String>,
    endpoint_id: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct Incoming {
    allow: bool,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct VoiceOutgoing {
    application_sid: String,
    params: Option<HashMap<String, serde_json::Value>>,
}

/// The claims as `decode` returns them. The scope is a string here, while this library also reads it.
#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct Claims {
    scope: String,
    iss: String,
    exp: u64,
    nbf: Option<u64>,
}

fn main() {
    let account = account();
    let john = ClientName::from_static("john");
    let token = ClientCapability::new()
        .incoming(john.clone())
        .outgoing(
            Outgoing::to("AP0123456789abcdef0123456789abcdef".parse().unwrap())
                .as_client(john)
                .param(ParamName::from_static("user_id"), "user_42"),
        )
        .ttl(Ttl::from_static(300))
        .credentials(&account)
        .sign();
    let token = token.as_str();

    let verifier = Verifier::capability(&account);
    let key = DecodingKey::from_secret(AUTH_TOKEN.as_bytes());
    let mut validation = Validation::new(Algorithm::HS256);
    validation.leeway = 0;
    validation.validate_nbf = true;
    validation.set_issuer(&[ACCOUNT_SID]);
    validation.set_required_spec_claims(&["exp", "iss"]);
    let decode = || jsonwebtoken::decode::<Claims>(black_box(token), &key, &validation).unwrap();
    let api_key = api_key();
    let access = access_token(USER_ID).credentials(&api_key).sign();
    let access = access.as_str();
    let access_verifier = Verifier::access_token(&api_key);
    let mut access_validation = validation.clone();
    access_validation.set_issuer(&[KEY_SID]);
    let decode_access =
        || jsonwebtoken::decode::<AccessClaims>(black_box(access), &key, &access_validation).unwrap();
    let now = UnixTime::now();

    let mut rounds = Rounds::default();
    for _ in 0..ROUNDS {
        rounds.time("verify", BATCH, || verifier.verify(black_box(token)).unwrap());
        rounds.time("jsonwebtoken::decode", BATCH, decode);
        rounds.time("decode and read the scope", BATCH, || {
            decode().claims.scope.parse::<ReadScopes>().unwrap()
        });
        rounds.time("inspect", BATCH, || inspect_at(black_box(token), now));
        rounds.time("access: verify", BATCH, || access_verifier.verify(black_box(access)).unwrap());
        rounds.time("access: decode", BATCH, decode_access);
    }
    rounds.print();
    println!();
    rounds.compare("access: verify", "access: decode", 0.6);
    rounds.compare("verify", "jsonwebtoken::decode", 0.5);
    rounds.compare("verify", "decode and read the scope", 0.5);

    println!("\ninspect, nanoseconds a byte:");
    for parameters in [1, 10, 100, 250] {
        let mut outgoing = Outgoing::to("AP0123456789abcdef0123456789abcdef".parse().unwrap());
        for n in 0..parameters {
            outgoing = outgoing.param(ParamName::try_from(format!("name_{n}")).unwrap(), "a value & more");
        }
        let token = ClientCapability::new().outgoing(outgoing).credentials(&account).sign();
        let token = token.as_str();
        // Many parameters are a note.
        assert!(inspect_at(token, now).findings().iter().all(|found| found.severity() == Severity::Note));
        let mut rounds = Rounds::default();
        for _ in 0..21 {
            rounds.time("inspect", BATCH, || inspect_at(black_box(token), now));
        }
        println!("{:>6} bytes{:>10.2}", token.len(), rounds.median("inspect") / token.len() as f64);
    }
}
