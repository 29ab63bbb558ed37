//! One token, minted by this library, by `jsonwebtoken::encode` and by other crates, and the cost of its HMAC alone. Also
//! how the cost of this library grows with the parameters.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml
//! ```

use divan::{Bencher, black_box};
use twilio_capability::{ClientCapability, Outgoing, ParamName};
use twilio_capability_benches::others::{Jwt, JwtCompact, JwtSimple, LivekitToken};
use twilio_capability_benches::{
    APPLICATION_SID, BareHmac, Jsonwebtoken, USER_ID, access_token, account, api_key, capability, signed_part,
};

fn main() {
    let ours = capability(USER_ID).credentials(&account()).sign();
    // All variants sign the same length, except that the header of `jwt` has no `typ` (16 characters).
    for (token, missing) in [
        (Jsonwebtoken::new().with_format(USER_ID), 0),
        (Jsonwebtoken::new().with_reused_buffer(USER_ID), 0),
        (JwtCompact::new().token(USER_ID), 0),
        (JwtSimple::new().token(USER_ID), 0),
        (Jwt::new().token(USER_ID), 16),
    ] {
        assert_eq!(token.len() + missing, ours.as_str().len(), "{token}");
    }
    divan::main();
}

#[divan::bench_group(sample_count = 300)]
mod one_token {
    use super::*;

    #[divan::bench]
    fn a_bare_hmac(bencher: Bencher) {
        let hmac = BareHmac::new();
        let token = capability(USER_ID).credentials(&account()).sign();
        let message = signed_part(token.as_str());
        bencher.bench(|| hmac.mac(black_box(message)));
    }

    #[divan::bench]
    fn b_prepared_mint_into(bencher: Bencher) {
        let prepared = capability(USER_ID).credentials(&account()).prepare();
        let mut jwt = String::new();
        bencher.bench_local(|| black_box(&prepared).mint_into(black_box(&mut jwt)));
    }

    #[divan::bench]
    fn c_prepared_mint(bencher: Bencher) {
        let prepared = capability(USER_ID).credentials(&account()).prepare();
        bencher.bench(|| black_box(&prepared).mint());
    }

    #[divan::bench]
    fn d_sign(bencher: Bencher) {
        let capability = capability(USER_ID).credentials(&account());
        bencher.bench(|| black_box(&capability).sign());
    }

    #[divan::bench]
    fn e_macro_and_sign(bencher: Bencher) {
        let account = account();
        bencher.bench(|| capability(black_box(USER_ID)).credentials(black_box(&account)).sign());
    }

    #[divan::bench]
    fn f_jsonwebtoken_with_reused_buffer(bencher: Bencher) {
        let mut jsonwebtoken = Jsonwebtoken::new();
        bencher.bench_local(|| jsonwebtoken.with_reused_buffer(black_box(USER_ID)));
    }

    #[divan::bench]
    fn g_jsonwebtoken_with_format(bencher: Bencher) {
        let jsonwebtoken = Jsonwebtoken::new();
        bencher.bench_local(|| jsonwebtoken.with_format(black_box(USER_ID)));
    }

    #[divan::bench]
    fn h_jwt(bencher: Bencher) {
        let mut jwt = Jwt::new();
        bencher.bench_local(|| jwt.token(black_box(USER_ID)));
    }

    #[divan::bench]
    fn i_jwt_compact(bencher: Bencher) {
        let mut jwt_compact = JwtCompact::new();
        bencher.bench_local(|| jwt_compact.token(black_box(USER_ID)));
    }

    #[divan::bench]
    fn j_jwt_simple(bencher: Bencher) {
        let mut jwt_simple = JwtSimple::new();
        bencher.bench_local(|| jwt_simple.token(black_box(USER_ID)));
    }
}

/// Access tokens of two services, with a grant and an identity. LiveKit's is shorter.
#[divan::bench_group(sample_count = 300)]
mod access_token {
    use super::*;

    #[divan::bench]
    fn a_this_library(bencher: Bencher) {
        let api_key = api_key();
        bencher.bench(|| access_token(black_box(USER_ID)).credentials(black_box(&api_key)).sign());
    }

    #[divan::bench]
    fn b_livekit_token(bencher: Bencher) {
        bencher.bench(|| LivekitToken.token(black_box(USER_ID)));
    }
}

/// Building and signing with this many parameters, of this many bytes each.
#[divan::bench(args = [0, 1, 10, 100], consts = [10, 1_000, 10_000])]
fn parameters<const BYTES: usize>(bencher: Bencher, count: usize) {
    let account = account();
    let value = "x".repeat(BYTES);
    let names: Vec<ParamName> = (0..count).map(|n| format!("name_{n}").parse().unwrap()).collect();
    bencher.bench(|| {
        let outgoing = names.iter().fold(Outgoing::to(APPLICATION_SID.parse().unwrap()), |outgoing, name| {
            outgoing.param(name.clone(), black_box(&value))
        });
        ClientCapability::new().outgoing(outgoing).credentials(&account).sign()
    });
}
