//! A token verified by the library and by `jsonwebtoken::decode` with the same checks, and how inspection grows with
//! the token.
//!
//! ```console
//! cargo bench --manifest-path benches/Cargo.toml --bench verify
//! ```
//!
//! The variants take turns, so that whatever else the machine does falls on all of them. A ratio is the median over
//! the rounds of the ratio within a round.

use std::hint::black_box;
use std::time::Instant;

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use twilio_capability::read::{ReadScopes, Verifier, inspect_at};
use twilio_capability::{
    AccountCredentials, ClientCapability, ClientName, Outgoing, ParamName, Ttl, UnixTime,
};

const ACCOUNT_SID: &str = "AC0123456789abcdef0123456789abcdef";
const AUTH_TOKEN: &str = "0123456789abcdef0123456789abcdef";
const ROUNDS: usize = 201;
const BATCH: u32 = 200;

/// What `decode` gives back: the scope as a text, which this library has read besides.
#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding is what is timed")]
struct Claims {
    scope: String,
    iss: String,
    exp: u64,
    nbf: Option<u64>,
}

fn main() {
    let account = AccountCredentials::new(ACCOUNT_SID.parse().unwrap(), AUTH_TOKEN.parse().unwrap());
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

    let verifier = Verifier::new(&account);
    let key = DecodingKey::from_secret(AUTH_TOKEN.as_bytes());
    let mut validation = Validation::new(Algorithm::HS256);
    validation.leeway = 0;
    validation.validate_nbf = true;
    validation.set_issuer(&[ACCOUNT_SID]);
    validation.set_required_spec_claims(&["exp", "iss"]);
    let decode = || jsonwebtoken::decode::<Claims>(black_box(token), &key, &validation).unwrap();
    let now = UnixTime::now();

    let mut rounds = Rounds::default();
    for _ in 0..ROUNDS {
        rounds.time("verify", || verifier.verify(black_box(token)).unwrap());
        rounds.time("jsonwebtoken::decode", decode);
        rounds.time("decode and read the scope", || decode().claims.scope.parse::<ReadScopes>().unwrap());
        rounds.time("inspect", || inspect_at(black_box(token), now));
    }
    rounds.print();
    println!();
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
        assert!(inspect_at(token, now).findings().is_empty());
        let mut rounds = Rounds::default();
        for _ in 0..21 {
            rounds.time("inspect", || inspect_at(black_box(token), now));
        }
        let median = quantile(rounds.of("inspect"), 0.5);
        println!("{:>6} bytes{:>10.2}", token.len(), median / token.len() as f64);
    }
}

/// The nanoseconds of each variant in each round.
#[derive(Default)]
struct Rounds(Vec<(&'static str, Vec<f64>)>);

impl Rounds {
    fn time<T>(&mut self, variant: &'static str, mut once: impl FnMut() -> T) {
        let start = Instant::now();
        for _ in 0..BATCH {
            black_box(once());
        }
        let each = start.elapsed().as_secs_f64() * 1e9 / f64::from(BATCH);
        match self.0.iter_mut().find(|(name, _)| *name == variant) {
            Some((_, times)) => times.push(each),
            None => self.0.push((variant, vec![each])),
        }
    }

    fn print(&self) {
        println!("{:<28}{:>10}{:>10}", "", "median ns", "fastest");
        for (variant, times) in &self.0 {
            println!("{variant:<28}{:>10.0}{:>10.0}", quantile(times, 0.5), quantile(times, 0.0));
        }
    }

    fn compare(&self, variant: &str, with: &str, most: f64) {
        let ratios: Vec<_> = self.of(variant).iter().zip(self.of(with)).map(|(a, b)| a / b).collect();
        let ratio = quantile(&ratios, 0.5);
        let verdict = if ratio <= most { "met" } else { "MISSED" };
        println!("{variant} / {with}: {ratio:.2}; at most {most:.2}: {verdict}");
    }

    fn of(&self, variant: &str) -> &[f64] {
        &self.0.iter().find(|(name, _)| *name == variant).expect("a variant that was timed").1
    }
}

fn quantile(values: &[f64], which: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * which) as usize]
}
