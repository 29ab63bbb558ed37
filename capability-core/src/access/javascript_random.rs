use std::hash::{BuildHasher, Hasher};

use sha2::{Digest, Sha256};

/// Hashes with a random key from JavaScript. On `wasm32-unknown-unknown`, the key of the standard library is not random.
pub(super) struct RandomState {
    key: [u8; 32],
}

impl RandomState {
    /// Takes the key from Web Crypto. A host without it has `Math.random`, whose numbers can be guessed. That is enough for
    /// a token ID, because it has to be unique but need not be secret.
    pub(super) fn new() -> Self {
        let mut key = [0; 32];
        if getrandom::getrandom(&mut key).is_err() {
            for chunk in key.chunks_exact_mut(8) {
                chunk.copy_from_slice(&js_sys::Math::random().to_bits().to_be_bytes());
            }
        }
        Self { key }
    }
}

impl BuildHasher for RandomState {
    type Hasher = KeyedHasher;

    fn build_hasher(&self) -> Self::Hasher {
        KeyedHasher(Sha256::new_with_prefix(self.key))
    }
}

/// SHA-256 of a key and what is hashed. All that is hashed here has one length, so it needs no HMAC.
pub(super) struct KeyedHasher(Sha256);

impl Hasher for KeyedHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.clone().finalize().iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
    }
}
