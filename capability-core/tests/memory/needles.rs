//! What is searched for: secrets, their key blocks, and the states of SHA-256 that are as good as the key.
//!
//! All of it is kept with every bit flipped, so that a search does not find what it searches for.

use std::hint::black_box;

use sha2::block_api::compress256;
use zeroize::{Zeroizing, zeroize_stack};

/// As long as an auth token, and longer than a block of SHA-256, which HMAC hashes first.
const SECRETS: [&[u8]; 2] = [
    &flipped(*b"a-fake-secret-that-no-account-has"),
    &flipped(*b"a-fake-secret-of-more-than-64-bytes:that-no-account-has:which-HMAC-replaces-by-its-hash"),
];

const INITIAL_STATE: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// Eight bytes of something that should not be in memory.
pub(crate) struct Needle {
    pub(crate) flipped: u64,
    pub(crate) name: &'static str,
}

/// The number of secrets that there are.
pub(crate) const COUNT: usize = SECRETS.len();

/// A secret. The string does not grow, so that it leaves no copy.
pub(crate) fn secret(which: usize) -> String {
    let flipped = black_box(SECRETS[which]);
    // Room for what a test adds.
    let mut secret = String::with_capacity(flipped.len() + 8);
    for byte in flipped {
        secret.push(char::from(!byte));
    }
    secret
}

/// The secret as hexadecimal digits.
pub(crate) fn hex(secret: &str) -> Zeroizing<String> {
    let mut hex = Zeroizing::new(String::with_capacity(2 * secret.len()));
    for byte in secret.bytes() {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(digit.into(), 16).unwrap());
        }
    }
    hex
}

/// Everything of a key, and of the states after it has hashed the start of each message.
pub(crate) fn of(which: usize, messages: &[&str]) -> Vec<Needle> {
    let needles = compute(which, messages);
    zeroize_stack::<65_536>();
    needles
}

#[inline(never)]
fn compute(which: usize, messages: &[&str]) -> Vec<Needle> {
    let mut needles = Vec::with_capacity(1000);
    let secret = Zeroizing::new(secret(which));
    add_bytes(&mut needles, "the secret", secret.as_bytes());
    add_bytes(&mut needles, "the digits of the secret", hex(&secret).as_bytes());

    let mut block = Zeroizing::new([0; 64]);
    let key_len = if secret.len() <= 64 {
        block[..secret.len()].copy_from_slice(secret.as_bytes());
        secret.len()
    } else {
        hash(secret.as_bytes(), &mut block);
        add_bytes(&mut needles, "the hash of the secret", &block[..32]);
        32
    };
    for (pad, block_name, state_name) in [
        (0x36, "the inner key block", "the inner keyed state"),
        (0x5C, "the outer key block", "the outer keyed state"),
    ] {
        let mut padded = Zeroizing::new([0; 64]);
        for (to, from) in padded.iter_mut().zip(&*block) {
            *to = from ^ pad;
        }
        add_bytes(&mut needles, block_name, &padded[..key_len]);
        #[cfg(feature = "webhook")]
        add_state_of_sha1(&mut needles, &secret, pad);
        let mut state = Zeroizing::new(INITIAL_STATE);
        compress256(&mut state, &[*padded]);
        add_state(&mut needles, state_name, &*state);
        for message in messages.iter().filter(|_| pad == 0x36) {
            let mut state = state.clone();
            for block in message.as_bytes().as_chunks::<64>().0 {
                compress256(&mut state, &[*block]);
                add_state(&mut needles, "a keyed state that has hashed the start of a message", &*state);
            }
        }
    }
    needles
}

/// Auth tokens sign webhooks with HMAC-SHA1.
#[cfg(feature = "webhook")]
fn add_state_of_sha1(needles: &mut Vec<Needle>, secret: &str, pad: u8) {
    use sha1::Digest;

    let mut block = Zeroizing::new([pad; 64]);
    let key = if secret.len() <= 64 {
        Zeroizing::new(secret.as_bytes().to_vec())
    } else {
        Zeroizing::new(sha1::Sha1::digest(secret).to_vec())
    };
    for (to, from) in block.iter_mut().zip(&*key) {
        *to ^= from;
    }
    let mut state = Zeroizing::new([0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0_u32]);
    sha1::block_api::compress(&mut state, &[*block]);
    add_state(needles, "a keyed state of SHA-1", &state[..4]);
}

/// The SHA-256 of up to two blocks of bytes.
fn hash(bytes: &[u8], out: &mut [u8; 64]) {
    let mut blocks = Zeroizing::new([[0; 64]; 2]);
    let padded = blocks.as_flattened_mut();
    padded[..bytes.len()].copy_from_slice(bytes);
    padded[bytes.len()] = 0x80;
    padded[120..].copy_from_slice(&(bytes.len() as u64 * 8).to_be_bytes());
    let mut state = Zeroizing::new(INITIAL_STATE);
    compress256(&mut state, &*blocks);
    for (out, word) in out.chunks_exact_mut(4).zip(&*state) {
        out.copy_from_slice(&word.to_be_bytes());
    }
}

/// Overlapping parts of the bytes, because an allocator writes over the first bytes of what is freed.
fn add_bytes(needles: &mut Vec<Needle>, name: &'static str, bytes: &[u8]) {
    for start in (0..bytes.len() - 7).step_by(4) {
        let mut part = Zeroizing::new([0; 8]);
        part.copy_from_slice(&bytes[start..start + 8]);
        needles.push(Needle { flipped: !u64::from_ne_bytes(*part), name });
    }
}

/// Pairs of words, in the order in which they are stored, and in that of the registers of the SHA instructions.
fn add_state(needles: &mut Vec<Needle>, name: &'static str, state: &[u32]) {
    for pair in state.chunks_exact(2) {
        for (first, second) in [(pair[0], pair[1]), (pair[1], pair[0])] {
            let mut part = Zeroizing::new([0; 8]);
            part[..4].copy_from_slice(&first.to_ne_bytes());
            part[4..].copy_from_slice(&second.to_ne_bytes());
            needles.push(Needle { flipped: !u64::from_ne_bytes(*part), name });
        }
    }
}

const fn flipped<const N: usize>(mut bytes: [u8; N]) -> [u8; N] {
    let mut at = 0;
    while at < N {
        bytes[at] = !bytes[at];
        at += 1;
    }
    bytes
}
