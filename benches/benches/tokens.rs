//! One token, minted by us, by `jsonwebtoken::encode`, and what its HMAC alone costs.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml
//! ```

use divan::{Bencher, black_box};
use twilio_capability_benches::{BareHmac, Jsonwebtoken, USER_ID, account, capability, signed_part};

fn main() {
    let ours = capability(USER_ID).credentials(&account()).sign();
    let (format, reused) =
        (Jsonwebtoken::new().with_format(USER_ID), Jsonwebtoken::new().with_reused_buffer(USER_ID));
    // Nobody signs more or less than the others.
    assert_eq!((ours.as_str().len(), ours.as_str().len()), (format.len(), reused.len()));
    divan::main();
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
fn c_macro_and_sign(bencher: Bencher) {
    let account = account();
    bencher.bench(|| capability(black_box(USER_ID)).credentials(black_box(&account)).sign());
}

#[divan::bench]
fn d_jsonwebtoken_with_reused_buffer(bencher: Bencher) {
    let mut jsonwebtoken = Jsonwebtoken::new();
    bencher.bench_local(|| jsonwebtoken.with_reused_buffer(black_box(USER_ID)));
}

#[divan::bench]
fn e_jsonwebtoken_with_format(bencher: Bencher) {
    let jsonwebtoken = Jsonwebtoken::new();
    bencher.bench_local(|| jsonwebtoken.with_format(black_box(USER_ID)));
}
