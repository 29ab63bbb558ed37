use nix::sys::time::TimeSpec;
use nix::time::{ClockId, clock_gettime};

/// The second by the coarse clock of Linux. `None` if it has to be read from the exact clock.
///
/// The exact clock takes a tenth of the time that a prepared token takes, and the coarse clock less than half of that. It is not
/// used on 32-bit systems, because their C library cannot read it after 2038.
pub(super) fn seconds() -> Option<u64> {
    clock_gettime(ClockId::CLOCK_REALTIME_COARSE).ok().and_then(second)
}

/// The kernel sets the coarse clock with each tick, a hundred times or more in a second. So it is right about the second,
/// except shortly after a second has begun, when it still shows the end of the one before. It can miss some ticks when the
/// processor that sets it stands still, so the exact clock is read for longer than a tick.
fn second(now: TimeSpec) -> Option<u64> {
    if now.tv_nsec() < 900_000_000 { now.tv_sec().try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_tenth_of_a_second_and_a_time_before_1970_are_left_to_the_exact_clock() {
        for (seconds, nanoseconds, expected) in [
            (1_700_000_000, 0, Some(1_700_000_000)),
            (1_700_000_000, 899_999_999, Some(1_700_000_000)),
            (1_700_000_000, 900_000_000, None),
            (1_700_000_000, 999_999_999, None),
            (-1, 0, None),
        ] {
            assert_eq!(second(TimeSpec::new(seconds, nanoseconds)), expected, "{seconds}.{nanoseconds:09}");
        }
    }
}
