//! The figures that the library promises, as ratios.
//!
//! The variants take turns; see `Rounds`.

use std::hint::black_box;
use std::time::{SystemTime, UNIX_EPOCH};

use twilio_capability::{UnixTime, VoiceIdentity};
use twilio_capability_benches::others::LivekitToken;
use twilio_capability_benches::rounds::Rounds;
use twilio_capability_benches::{
    BareHmac, InPlaceHmac, Jsonwebtoken, USER_ID, access_token, account, api_key, capability, signed_part,
    voice_grant,
};

const ROUNDS: usize = 301;
const BATCH: u32 = 500;

fn main() {
    let account = account();
    let ready = capability(USER_ID).credentials(&account);
    let token = ready.sign();
    let message = signed_part(token.as_str());
    let (hmac, in_place) = (BareHmac::new(), InPlaceHmac::new());
    let (format, mut reused) = (Jsonwebtoken::new(), Jsonwebtoken::new());

    let (prepared, mut jwt) = (ready.prepare(), String::new());
    let (api_key, access) = (api_key(), access_token(USER_ID).credentials(&api_key()));
    let access_signed = access.sign();
    let access_message = signed_part(access_signed.as_str());
    let (access_prepared, mut access_jwt) = (access.prepare(), String::new());
    let prepared_grants = voice_grant().credentials(&api_key).prepare_grants();
    let mut rounds = Rounds::default();
    for _ in 0..ROUNDS {
        rounds.time("bare HMAC", BATCH, || hmac.mac(black_box(message)));
        rounds.time("bare HMAC, in place", BATCH, || in_place.mac(black_box(message)));
        rounds.time("prepared, mint", BATCH, || black_box(&prepared).mint());
        rounds.time("prepared, mint_into", BATCH, || black_box(&prepared).mint_into(&mut jwt));
        rounds.time("clock", BATCH, UnixTime::now);
        rounds.time("clock, standard library", BATCH, || SystemTime::now().duration_since(UNIX_EPOCH));
        rounds.time("sign", BATCH, || black_box(&ready).sign());
        rounds.time("macro and sign", BATCH, || {
            capability(black_box(USER_ID)).credentials(black_box(&account)).sign()
        });
        rounds.time("access: bare HMAC", BATCH, || hmac.mac(black_box(access_message)));
        rounds.time("access: sign", BATCH, || black_box(&access).sign());
        rounds.time("access: build and sign", BATCH, || {
            access_token(black_box(USER_ID)).credentials(black_box(&api_key)).sign()
        });
        rounds.time("access: prepared, mint", BATCH, || black_box(&access_prepared).mint());
        rounds.time("access: prepared, mint_into", BATCH, || {
            black_box(&access_prepared).mint_into(&mut access_jwt);
        });
        rounds.time("access: mint for an identity", BATCH, || {
            prepared_grants.mint_for::<VoiceIdentity>(&black_box(USER_ID).parse().unwrap())
        });
        rounds.time("livekit-token", BATCH, || LivekitToken.token(black_box(USER_ID)));
        rounds.time("jsonwebtoken, buffer", BATCH, || reused.with_reused_buffer(black_box(USER_ID)));
        rounds.time("jsonwebtoken, format!", BATCH, || format.with_format(black_box(USER_ID)));
    }
    rounds.print();
    println!();
    rounds.compare("prepared, mint_into", "bare HMAC", 0.79);
    rounds.compare("sign", "bare HMAC", 1.4);
    rounds.compare("macro and sign", "bare HMAC", 1.7);
    rounds.compare("access: sign", "access: bare HMAC", 1.4);
    rounds.compare("access: build and sign", "access: bare HMAC", 1.6);
    rounds.compare("access: prepared, mint_into", "access: bare HMAC", 0.85);
    rounds.compare("access: mint for an identity", "access: build and sign", 0.75);
    rounds.compare("access: build and sign", "livekit-token", 0.65);
    rounds.compare("macro and sign", "jsonwebtoken, buffer", 1.0 / 1.9);
    rounds.compare("macro and sign", "jsonwebtoken, format!", 1.0 / 2.4);
}
