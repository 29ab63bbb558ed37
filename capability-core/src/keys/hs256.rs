//! HMAC-SHA256, from the `hmac` and `sha2` crates.

use hmac::digest::{CtOutput, FixedOutputReset, Output};
use hmac::{HmacReset, KeyInit, Mac};
use sha2::Sha256;

use super::wiped_stack::{on_wiped_stack, on_wiped_top};

/// The length of an HS256 signature in bytes.
pub(crate) const MAC_LEN: usize = 32;

/// HMAC-SHA256 that has already hashed its key, which saves two SHA-256 blocks for each message.
///
/// The keyed state is wiped when it is dropped (feature `zeroize` of `hmac` and `sha2`).
#[derive(Clone)]
pub(crate) struct Hs256(HmacReset<Sha256>);

impl Hs256 {
    #[expect(clippy::expect_used, reason = "RFC 2104 allows keys of any length")]
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(HmacReset::new_from_slice(key).expect("HMAC accepts keys of any length"))
    }

    /// Hashes the whole blocks of `start`, for messages that start with it.
    pub(super) fn midstate(&self, start: &[u8]) -> HmacMidstate {
        let (blocks, _) = start.as_chunks::<BLOCK_LEN>();
        let blocks = blocks.as_flattened();
        HmacMidstate { hmac: Self(self.0.clone().chain_update(blocks)), hashed: blocks.len() }
    }

    /// The signature of `message`.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        mac(&self.0, message).into()
    }
}

/// The HMAC of `message`, computed with a copy of the keyed state.
///
/// The compiler can leave copies of the state on the stack. Which ones depends on what it inlines, and so on the code around. With
/// optimization and SHA instructions, wiping the top of the stack is enough, which takes a few nanoseconds. SHA in software leaves parts
/// deeper in the stack, which are not wiped, because that would make each signature slower.
#[inline(never)]
pub(crate) fn mac<H: Mac + FixedOutputReset + Clone>(keyed: &H, message: &[u8]) -> Output<H> {
    // It resets a copy that is then dropped, because the crate's other functions move the state again, which is slower.
    let compute = || {
        let mut hmac = keyed.clone();
        Mac::update(&mut hmac, message);
        let mut mac = Output::<H>::default();
        hmac.finalize_into_reset(&mut mac);
        mac
    };
    if cfg!(debug_assertions) { on_wiped_stack(compute) } else { on_wiped_top(compute) }
}

/// Compares two signatures in constant time, so that the duration does not show how many bytes of a forged signature are
/// right. All comparisons of signatures in this crate use this function.
pub(crate) fn same(computed: &[u8; MAC_LEN], given: &[u8; MAC_LEN]) -> bool {
    CtOutput::<HmacReset<Sha256>>::new((*computed).into()) == CtOutput::new((*given).into())
}

/// The block size of SHA-256. A state with a partial block makes hashing the next bytes slower.
const BLOCK_LEN: usize = 64;

/// The state of an HMAC that has hashed the first blocks of a message.
pub(crate) struct HmacMidstate {
    hmac: Hs256,
    hashed: usize,
}

impl HmacMidstate {
    /// The number of bytes that were hashed.
    pub(super) fn hashed(&self) -> usize {
        self.hashed
    }

    /// The signature of a message that starts with the hashed blocks.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        self.hmac.mac(message.get(self.hashed..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_midstate_signs_like_the_whole_message() {
        let (hs256, message) = (Hs256::new(b"Jefe"), [b'm'; 3 * BLOCK_LEN + 1]);
        for len in [0, 1, BLOCK_LEN - 1, BLOCK_LEN, 2 * BLOCK_LEN + 1, message.len()] {
            let midstate = hs256.midstate(&message[..len]);
            assert_eq!(midstate.hashed(), len / BLOCK_LEN * BLOCK_LEN);
            assert_eq!(midstate.mac(&message), hs256.mac(&message), "{len}");
        }
    }
}
