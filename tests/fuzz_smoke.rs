//! The fuzz targets on the stable toolchain: with their seeds, and with some thousand changed seeds. The changes are the
//! same in each run.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    unreachable_pub,
    reason = "a test fails by panicking, and the fuzzer uses the module as a library"
)]

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
mod targets;

/// Strings that change the meaning of the input that they are inserted into.
const TOKENS: [&[u8]; 22] = [
    b"%",
    b"%25",
    b"&",
    b"=",
    b"+",
    b" ",
    b"\"",
    b"\\u0000",
    b"{",
    b"}",
    b",\"exp\":1",
    b"scope:client:incoming",
    b"\n",
    b"\xC3",
    b";",
    b",",
    b"<",
    b">",
    b"(",
    b")",
    b" incoming ",
    b" as ",
];

/// A random sequence that is the same in each run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

fn change(seed: &mut Vec<u8>, others: &[Vec<u8>], random: &mut Random) {
    let at = random.below(seed.len() + 1);
    match random.below(6) {
        0 if at < seed.len() => seed[at] ^= 1 << random.below(8),
        1 if at < seed.len() => drop(seed.remove(at)),
        2 => seed.truncate(at),
        3 => {
            let other = &others[random.below(others.len())];
            seed.truncate(at);
            seed.extend_from_slice(&other[random.below(other.len() + 1)..]);
        }
        4 => {
            let end = (at + random.below(20)).min(seed.len());
            let again = seed[at..end].to_vec();
            seed.splice(at..at, again);
        }
        _ => drop(seed.splice(at..at, TOKENS[random.below(TOKENS.len())].iter().copied())),
    }
}

fn smoke(name: &str, target: fn(&[u8])) {
    let seeds = seeds(name);
    assert!(!seeds.is_empty());
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for seed in &seeds {
        target(seed);
        for _ in 0..3000 / seeds.len() {
            let mut changed = seed.clone();
            for _ in 0..=random.below(4) {
                change(&mut changed, &seeds, &mut random);
            }
            target(&changed);
        }
    }
}

#[test]
fn verify() {
    smoke("verify", targets::verify);
}

#[test]
fn verify_access() {
    smoke("verify_access", targets::verify_access);
}

#[test]
fn verify_task_router() {
    smoke("verify_task_router", targets::verify_task_router);
}

#[test]
fn inspect() {
    smoke("inspect", targets::inspect);
}

#[test]
fn scope_parse() {
    smoke("scope_parse", targets::scope_parse);
}

#[test]
fn emit_parse() {
    smoke("emit_parse", targets::emit_parse);
}

#[test]
fn macros() {
    smoke("macros", targets::macros);
}

#[test]
fn webhook() {
    smoke("webhook", targets::webhook);
}
