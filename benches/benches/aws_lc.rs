//! The same with aws-lc, in a separate build.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml --no-default-features --features aws_lc_rs --bench aws_lc
//! ```

use divan::{Bencher, black_box};
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use twilio_capability::AccountCredentials;
use twilio_capability_benches::{
    ACCOUNT_SID, AUTH_TOKEN, BareHmac, Jsonwebtoken, USER_ID, account, capability, signed_part,
};

fn main() {
    let (ours, provided) =
        (capability(USER_ID).credentials(&account()), capability(USER_ID).credentials(&with_aws_lc()));
    let now = twilio_capability::UnixTime::now();
    assert_eq!(ours.sign_at(now).as_str(), provided.sign_at(now).as_str());
    divan::main();
}

fn with_aws_lc() -> AccountCredentials {
    let (sid, auth_token) = (ACCOUNT_SID.parse().unwrap(), AUTH_TOKEN.parse().unwrap());
    AccountCredentials::with_provider(sid, auth_token, &DEFAULT_PROVIDER).unwrap()
}

#[divan::bench]
fn a_bare_hmac(bencher: Bencher) {
    let hmac = BareHmac::new();
    let token = capability(USER_ID).credentials(&account()).sign();
    let message = signed_part(token.as_str());
    bencher.bench(|| hmac.mac(black_box(message)));
}

#[divan::bench]
fn b_sign(bencher: Bencher) {
    let capability = capability(USER_ID).credentials(&account());
    bencher.bench(|| black_box(&capability).sign());
}

#[divan::bench]
fn c_sign_by_aws_lc(bencher: Bencher) {
    let capability = capability(USER_ID).credentials(&with_aws_lc());
    bencher.bench(|| black_box(&capability).sign());
}

#[divan::bench]
fn d_mint_by_aws_lc(bencher: Bencher) {
    let prepared = capability(USER_ID).credentials(&with_aws_lc()).prepare();
    bencher.bench(|| black_box(&prepared).mint());
}

#[divan::bench]
fn e_macro_and_sign_by_aws_lc(bencher: Bencher) {
    let account = with_aws_lc();
    bencher.bench(|| capability(black_box(USER_ID)).credentials(black_box(&account)).sign());
}

#[divan::bench]
fn f_jsonwebtoken_by_aws_lc_with_reused_buffer(bencher: Bencher) {
    let mut jsonwebtoken = Jsonwebtoken::new();
    bencher.bench_local(|| jsonwebtoken.with_reused_buffer(black_box(USER_ID)));
}

#[divan::bench]
fn g_jsonwebtoken_by_aws_lc_with_format(bencher: Bencher) {
    let jsonwebtoken = Jsonwebtoken::new();
    bencher.bench_local(|| jsonwebtoken.with_format(black_box(USER_ID)));
}
