//! The system's clock, in seconds since 1970.

#[cfg(all(feature = "coarse_clock", target_os = "linux", target_pointer_width = "64"))]
mod coarse;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod javascript;

/// A clock before 1970 reads as 1970.
pub(super) fn seconds() -> u64 {
    #[cfg(all(feature = "coarse_clock", target_os = "linux", target_pointer_width = "64"))]
    if let Some(seconds) = coarse::seconds() {
        return seconds;
    }
    exact()
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
fn exact() -> u64 {
    use std::time::{SystemTime, UNIX_EPOCH};

    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use self::javascript::seconds as exact;

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn the_second_is_that_of_the_exact_clock() {
        let start = Instant::now();
        // At least one second ends in this time.
        while start.elapsed() < Duration::from_millis(1100) {
            let (before, seconds, after) = (exact(), seconds(), exact());
            assert!((before..=after).contains(&seconds), "{seconds} is not from {before} to {after}");
        }
    }
}
