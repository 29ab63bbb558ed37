use nix::time::{ClockId, clock_gettime};

/// The number of seconds since 1970, by the clock of Linux. A clock before 1970 reads as 1970.
///
/// Reading the exact clock takes a tenth of the time that a prepared token takes. The coarse clock takes a third of that, but the
/// kernel sets it only a hundred times or more in a second. So it gives the same second, except shortly after a second has begun,
/// when it can still be in the one before. Near the end of each second, the exact clock is read instead.
pub(super) fn seconds() -> u64 {
    let mut now = clock_gettime(ClockId::CLOCK_REALTIME_COARSE);
    // The coarse clock is one tick behind, which is at most 10 ms. It can be five ticks if the processor that sets it stands still.
    if now.is_ok_and(|now| now.tv_nsec() >= 900_000_000) {
        now = clock_gettime(ClockId::CLOCK_REALTIME);
    }
    now.ok().and_then(|now| now.tv_sec().try_into().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    use super::*;

    #[test]
    fn the_second_is_that_of_the_exact_clock() {
        let exact = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let (start, mut reads) = (Instant::now(), 0_u32);
        // At least two seconds end in this time. The thread may not run at the end of one.
        while start.elapsed() < Duration::from_millis(2100) {
            let before = exact();
            let seconds = seconds();
            assert!((before..=exact()).contains(&seconds), "{seconds} is not the second {before}");
            reads += 1;
        }
        assert!(reads > 0);
    }
}
