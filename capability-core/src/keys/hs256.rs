//! HMAC-SHA256, from the `hmac` and `sha2` crates.

use hmac::block_api::HmacCore;
use hmac::digest::block_api::{Buffer, FixedOutputCore, UpdateCore};
use hmac::digest::{CtOutput, Output};
use hmac::{EagerHash, Hmac, KeyInit};
use sha2::Sha256;

use super::wiped_stack::{on_wiped_stack, on_wiped_top};

/// The length of an HS256 signature in bytes.
pub(crate) const MAC_LEN: usize = 32;

/// HMAC-SHA256 that has already hashed its key, which saves two SHA-256 blocks for each message.
///
/// The keyed state is wiped when it is dropped (feature `zeroize` of `hmac` and `sha2`).
#[derive(Clone)]
pub(crate) struct Hs256(HmacCore<Sha256>);

impl Hs256 {
    #[expect(clippy::expect_used, reason = "RFC 2104 allows keys of any length")]
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(HmacCore::new_from_slice(key).expect("HMAC accepts keys of any length"))
    }

    /// Hashes the whole blocks of `start`, for messages that start with it. The bytes after them are hashed with each message.
    pub(super) fn midstate(&self, start: &[u8]) -> HmacMidstate {
        let (mut hmac, mut buffer) = (self.0.clone(), Buffer::<HmacCore<Sha256>>::default());
        buffer.digest_blocks(start, |blocks| hmac.update_blocks(blocks));
        HmacMidstate { hmac: Self(hmac), hashed: start.len() - buffer.get_pos() }
    }

    /// The signature of `message`.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; MAC_LEN] {
        mac(&self.0, message).into()
    }
}

/// The HMAC of `message`, computed with a copy of the keyed state.
///
/// The compiler can leave copies of the state on the stack. Which ones depends on what it inlines, and so on the code around. With
/// optimization and SHA instructions, wiping the top of the stack is enough, which takes about 15 nanoseconds. SHA in software leaves parts
/// deeper in the stack, which are not wiped, because that would make each signature slower.
#[inline(never)]
pub(crate) fn mac<D: EagerHash>(keyed: &HmacCore<D>, message: &[u8]) -> Output<HmacCore<D>> {
    // `digest` advises users against its block-level traits. But `Hmac` moves its states to finish, and `HmacReset` keeps a third one.
    // This copies each state once, which made the HMAC of a whole token 7 % faster.
    let compute = || {
        let (mut hmac, mut buffer) = (keyed.clone(), Buffer::<HmacCore<D>>::default());
        buffer.digest_blocks(message, |blocks| hmac.update_blocks(blocks));
        let mut mac = Output::<HmacCore<D>>::default();
        hmac.finalize_fixed_core(&mut buffer, &mut mac);
        mac
    };
    if cfg!(debug_assertions) { on_wiped_stack(compute) } else { on_wiped_top(compute) }
}

/// Compares two signatures in constant time, so that the duration does not show how many bytes of a forged signature are
/// right. All comparisons of signatures in this crate use this function.
pub(crate) fn same(computed: &[u8; MAC_LEN], given: &[u8; MAC_LEN]) -> bool {
    CtOutput::<Hmac<Sha256>>::new((*computed).into()) == CtOutput::new((*given).into())
}

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

    /// The block size of SHA-256.
    const BLOCK_LEN: usize = 64;

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
