//! Reads the memory of this process.

use std::fs::{self, File};
use std::hint::black_box;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use super::needles::Needle;

const CHUNK: usize = 1 << 12;

/// Something that was found.
pub(crate) struct Found {
    pub(crate) name: &'static str,
    pub(crate) address: usize,
}

/// Finds the needles in all memory that can be written.
pub(crate) fn scan(needles: &[Needle]) -> Vec<Found> {
    // Few values pass this filter, so that the search does not take long.
    let mut filter = vec![false; 1 << 16];
    for needle in needles {
        filter[low_bits(needle.flipped)] = true;
    }
    let memory = File::open("/proc/self/mem").unwrap();
    let mut buffer = vec![0; CHUNK + 7];
    let zeros = vec![0_u8; CHUNK + 7];
    let own = buffer.as_ptr().addr()..buffer.as_ptr().addr() + buffer.len();
    let mut found = Vec::new();
    for region in regions() {
        for start in region.clone().step_by(CHUNK) {
            let len = (region.end - start).min(buffer.len());
            // Some pages of the kernel cannot be read. Most of a stack was never used.
            if memory.read_exact_at(&mut buffer[..len], start as u64).is_err()
                || buffer[..len] == zeros[..len]
            {
                continue;
            }
            for (offset, window) in buffer[..len].windows(8).enumerate() {
                let flipped = !u64::from_ne_bytes(window.try_into().unwrap());
                if !filter[low_bits(flipped)] || own.contains(&(start + offset)) {
                    continue;
                }
                for needle in needles.iter().filter(|needle| needle.flipped == flipped) {
                    found.push(Found { name: needle.name, address: start + offset });
                }
            }
        }
    }
    black_box(&mut buffer).fill(0);
    found
}

fn low_bits(value: u64) -> usize {
    (value & 0xFFFF) as usize
}

/// The parts of memory that can be written. The others hold code and constants.
fn regions() -> Vec<Range<usize>> {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    maps.lines()
        .filter_map(|line| {
            let (addresses, access) = line.split_once(' ')?;
            let (start, end) = addresses.split_once('-')?;
            let address = |digits| usize::from_str_radix(digits, 16).ok();
            access.starts_with("rw").then_some(address(start)?..address(end)?)
        })
        .collect()
}
