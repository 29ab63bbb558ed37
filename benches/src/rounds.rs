//! Variants that take turns, so that other load on the machine affects all of them equally.

use std::hint::black_box;
use std::time::Instant;

/// The nanoseconds of each variant in each round.
#[derive(Default)]
pub struct Rounds(Vec<(&'static str, Vec<f64>)>);

impl Rounds {
    /// Runs `once` `batch` times for this round of `variant`.
    pub fn time<T>(&mut self, variant: &'static str, batch: u32, mut once: impl FnMut() -> T) {
        let start = Instant::now();
        for _ in 0..batch {
            black_box(once());
        }
        let each = start.elapsed().as_secs_f64() * 1e9 / f64::from(batch);
        match self.0.iter_mut().find(|(name, _)| *name == variant) {
            Some((_, times)) => times.push(each),
            None => self.0.push((variant, vec![each])),
        }
    }

    pub fn print(&self) {
        println!("{:<28}{:>10}{:>10}", "", "median ns", "fastest");
        for (variant, times) in &self.0 {
            println!("{variant:<28}{:>10.0}{:>10.0}", quantile(times, 0.5), quantile(times, 0.0));
        }
    }

    /// The median over the rounds of the ratio within a round.
    pub fn compare(&self, variant: &str, with: &str, most: f64) {
        let ratios: Vec<_> = self.of(variant).iter().zip(self.of(with)).map(|(a, b)| a / b).collect();
        let ratio = quantile(&ratios, 0.5);
        let verdict = if ratio <= most { "met" } else { "MISSED" };
        println!(
            "{variant} / {with}: {ratio:.2} (middle half {:.2} to {:.2}); at most {most:.2}: {verdict}",
            quantile(&ratios, 0.25),
            quantile(&ratios, 0.75)
        );
    }

    pub fn median(&self, variant: &str) -> f64 {
        quantile(self.of(variant), 0.5)
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
