//! A webhook of a call with 20 parameters, verified and read, beside the bare HMAC-SHA1 of what is signed.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml --bench webhook
//! ```
//!
//! The variants take turns; see `Rounds`.

use std::hint::black_box;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{HmacReset, KeyInit, Mac};
use sha1::Sha1;
use twilio_capability::webhook::{WebhookRequest, WebhookVerifier};
use twilio_capability_benches::AUTH_TOKEN;
use twilio_capability_benches::rounds::Rounds;

const ROUNDS: usize = 301;
const BATCH: u32 = 200;

fn main() {
    let mut form: Vec<(String, String)> = [
        ("CallSid", "CA11111111111111111111111111111111"),
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("ApplicationSid", "AP11111111111111111111111111111111"),
        ("From", "client:john"),
        ("To", ""),
        ("Caller", "client:john"),
        ("Called", ""),
        ("Direction", "inbound"),
        ("CallStatus", "ringing"),
        ("ApiVersion", "2010-04-01"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    form.extend((0..10).map(|n| (format!("param_{n}"), format!("a value & its number {n}"))));
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
    form.sort();
    let text: String = form.iter().map(|(name, value)| format!("{name}{value}")).collect();
    let text = format!("https://example.com/voice{text}");

    let hmac = HmacReset::<Sha1>::new_from_slice(AUTH_TOKEN.as_bytes()).unwrap();
    let mac = |text: &str| hmac.clone().chain_update(text).finalize().into_bytes();
    let signature = STANDARD.encode(mac(&text));
    let headers =
        [("X-Twilio-Signature", signature.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    let verifier = WebhookVerifier::new(AUTH_TOKEN.parse().unwrap(), "https://example.com".parse().unwrap());
    let verify = || {
        verifier.verify(WebhookRequest::new("POST", "/voice", headers, black_box(body.as_bytes()))).unwrap()
    };
    assert_eq!(verify().params().len(), 20);

    let mut rounds = Rounds::default();
    for _ in 0..ROUNDS {
        rounds.time("bare HMAC-SHA1", BATCH, || mac(black_box(&text)));
        rounds.time("verify", BATCH, verify);
    }
    println!("{} bytes are signed", text.len());
    rounds.print();
    println!();
    rounds.compare("verify", "bare HMAC-SHA1", 8.0);
}
