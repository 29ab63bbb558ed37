//! Whether two threads that share one credentials value sign twice as much as one. There are no locks and no shared
//! writes, so a factor below 2 is due to what the cores of the machine share.

use std::fs;
use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use twilio_capability_benches::{USER_ID, account, capability};

const TOKENS: u32 = 100_000;
const ROUNDS: usize = 21;

fn main() {
    let account = account();
    let ready = capability(USER_ID).credentials(&account);
    let prepared = ready.prepare();
    report("sign", || {
        black_box(black_box(&ready).sign());
    });
    report("macro and sign", || {
        black_box(capability(black_box(USER_ID)).credentials(black_box(&account)).sign());
    });
    report("prepared, mint", || {
        black_box(black_box(&prepared).mint());
    });
}

fn report(variant: &str, token: impl Fn() + Sync) {
    let mut factors: Vec<_> =
        (0..ROUNDS).map(|_| 2.0 * time(1, &token).as_secs_f64() / time(2, &token).as_secs_f64()).collect();
    factors.sort_by(f64::total_cmp);
    let (median, best) = (factors[ROUNDS / 2], factors[ROUNDS - 1]);
    println!(
        "{variant}: 2 threads make {median:.2} times the tokens of 1 (median of {ROUNDS} rounds; best {best:.2})"
    );
}

/// The largest processor time that one of this many threads takes for [`TOKENS`] tokens.
fn time(threads: usize, token: &(impl Fn() + Sync)) -> Duration {
    let start = Barrier::new(threads);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    let began = processor_time();
                    (0..TOKENS).for_each(|_| token());
                    processor_time() - began
                })
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).max().unwrap()
    })
}

/// The processor time of this thread so far. It does not count waiting for a processor, which other programs cause.
fn processor_time() -> Duration {
    let schedstat = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    Duration::from_nanos(schedstat.split(' ').next().unwrap().parse().unwrap())
}
