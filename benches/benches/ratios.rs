//! The figures that the library promises, as ratios.
//!
//! The variants take turns, so that whatever else the machine does falls on all of them. A ratio is the median
//! over the rounds of the ratio within a round.

use std::hint::black_box;
use std::time::Instant;

use twilio_capability_benches::{
    BareHmac, InPlaceHmac, Jsonwebtoken, USER_ID, access_token, account, api_key, capability, signed_part,
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
    let mut rounds = Rounds::default();
    for _ in 0..ROUNDS {
        rounds.time("bare HMAC", || hmac.mac(black_box(message)));
        rounds.time("bare HMAC, in place", || in_place.mac(black_box(message)));
        rounds.time("prepared, mint", || black_box(&prepared).mint());
        rounds.time("prepared, mint_into", || black_box(&prepared).mint_into(&mut jwt));
        rounds.time("sign", || black_box(&ready).sign());
        rounds.time("macro and sign", || {
            capability(black_box(USER_ID)).credentials(black_box(&account)).sign()
        });
        rounds.time("access: bare HMAC", || hmac.mac(black_box(access_message)));
        rounds.time("access: sign", || black_box(&access).sign());
        rounds.time("access: build and sign", || {
            access_token(black_box(USER_ID)).credentials(black_box(&api_key)).sign()
        });
        rounds.time("jsonwebtoken, buffer", || reused.with_reused_buffer(black_box(USER_ID)));
        rounds.time("jsonwebtoken, format!", || format.with_format(black_box(USER_ID)));
    }
    rounds.print();
    println!();
    rounds.compare("prepared, mint_into", "bare HMAC", 0.8);
    rounds.compare("sign", "bare HMAC", 1.5);
    rounds.compare("macro and sign", "bare HMAC", 1.8);
    rounds.compare("access: sign", "access: bare HMAC", 1.6);
    rounds.compare("access: build and sign", "access: bare HMAC", 1.8);
    rounds.compare("macro and sign", "jsonwebtoken, buffer", 1.0 / 1.9);
    rounds.compare("macro and sign", "jsonwebtoken, format!", 1.0 / 2.4);
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
        println!("{:<24}{:>10}{:>10}", "", "median ns", "fastest");
        for (variant, times) in &self.0 {
            println!("{variant:<24}{:>10.0}{:>10.0}", quantile(times, 0.5), quantile(times, 0.0));
        }
    }

    fn compare(&self, variant: &str, with: &str, most: f64) {
        let ratios: Vec<_> = self.of(variant).iter().zip(self.of(with)).map(|(a, b)| a / b).collect();
        let ratio = quantile(&ratios, 0.5);
        let verdict = if ratio <= most { "met" } else { "MISSED" };
        println!(
            "{variant} / {with}: {ratio:.2} (middle half {:.2} to {:.2}); at most {most:.2}: {verdict}",
            quantile(&ratios, 0.25),
            quantile(&ratios, 0.75)
        );
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
