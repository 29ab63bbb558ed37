//! Runs one variant a number of times: `repeat [--time] <variant> <count>`. For tools that count instructions, and for
//! comparing the time with other languages.

use std::env;
use std::hint::black_box;
use std::time::Instant;

use twilio_capability::{AccountCredentials, ClientCapability, Outgoing, Token, Verifier, VoiceIdentity};
use twilio_capability_benches::{
    APPLICATION_SID, BareHmac, Jsonwebtoken, USER_ID, access_token, account, api_key, capability,
    signed_part, voice_grant,
};

fn main() {
    let mut arguments = env::args().skip(1).peekable();
    let timed = arguments.next_if_eq("--time").is_some();
    let variant = arguments.next().expect("a variant");
    let count: usize = arguments.next().expect("a count").parse().expect("a number");

    let account = account();
    let ready = capability(USER_ID).credentials(&account);
    let token = ready.sign();
    let hmac = BareHmac::new();
    let mut jsonwebtoken = Jsonwebtoken::new();
    let (prepared, mut jwt) = (ready.prepare(), String::new());
    let verifier = Verifier::capability(&account);
    let api_key = api_key();
    let access = access_token(USER_ID).credentials(&api_key);
    let (access_prepared, access_signed) = (access.prepare(), access.sign());
    let prepared_grants = voice_grant().credentials(&api_key).prepare_grants();
    let access_verifier = Verifier::access_token(&api_key);
    let start = Instant::now();
    for _ in 0..count {
        match variant.as_str() {
            "hmac" => drop(black_box(hmac.mac(black_box(signed_part(token.as_str()))))),
            "sign" => drop(black_box(black_box(&ready).sign())),
            "macro" => drop(black_box(capability(black_box(USER_ID)))),
            "macro_sign" => drop(black_box(capability(black_box(USER_ID)).credentials(&account).sign())),
            "mint" => drop(black_box(black_box(&prepared).mint())),
            "mint_into" => black_box(&prepared).mint_into(black_box(&mut jwt)),
            "reused" => drop(black_box(jsonwebtoken.with_reused_buffer(black_box(USER_ID)))),
            "format" => drop(black_box(jsonwebtoken.with_format(black_box(USER_ID)))),
            "verify" => drop(black_box(verifier.verify(black_box(token.as_str())).unwrap())),
            "access_hmac" => {
                black_box(hmac.mac(black_box(signed_part(access_signed.as_str()))));
            }
            "access_mint_into" => black_box(&access_prepared).mint_into(black_box(&mut jwt)),
            "access_mint_for" => {
                let identity: VoiceIdentity = black_box(USER_ID).parse().unwrap();
                drop(black_box(black_box(&prepared_grants).mint_for(&identity)));
            }
            "access_sign" => drop(black_box(black_box(&access).sign())),
            "access_build_sign" => {
                drop(black_box(access_token(black_box(USER_ID)).credentials(&api_key).sign()));
            }
            "access_verify" => {
                drop(black_box(access_verifier.verify(black_box(access_signed.as_str())).unwrap()));
            }
            _ => drop(black_box(with_parameters(&variant, &account))),
        }
    }
    if timed {
        println!("{variant}: {:.0} ns", start.elapsed().as_secs_f64() * 1e9 / count as f64);
    }
}

/// `parameters:10:1000` has 10 parameters of 1000 bytes.
fn with_parameters(variant: &str, account: &AccountCredentials) -> Token {
    let [_, count, bytes] = variant.split(':').collect::<Vec<_>>()[..] else {
        panic!("no variant {variant}")
    };
    let value = "x".repeat(bytes.parse().expect("a number of bytes"));
    let outgoing = (0..count.parse().expect("a number of parameters"))
        .fold(Outgoing::to(APPLICATION_SID.parse().unwrap()), |outgoing, n: u32| {
            outgoing.param(format!("name_{n}").parse().unwrap(), &value)
        });
    ClientCapability::new().outgoing(outgoing).credentials(account).sign()
}
