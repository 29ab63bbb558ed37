use std::hash::BuildHasher;
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
use std::hash::RandomState;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use super::javascript_random::RandomState;

/// The unique part of a token ID: 32 hexadecimal digits that no other token has, in this process or in another. The whole
/// ID is `SK…-<seconds>-<these digits>`, and `claims.rs` writes it.
///
/// Twilio's libraries write a `jti` of the key's SID and the second, which repeats within the second. The unique part
/// is the number of the token in this process, hashed with a random key of the process. Two tokens of one process have
/// different numbers, tokens of two processes have different keys, and with 128 bits a collision is practically
/// impossible. The number is hashed because otherwise anyone with two tokens would know how many tokens were minted
/// between them.
///
/// The key is the random key that the standard library uses for hash maps. It needs no dependency and no system call
/// for each token. On `wasm32-unknown-unknown` that key is not random, so the key comes from JavaScript.
///
/// A process that forks shares its key with its child, so the child has to set the ID of its tokens.
pub(super) fn unique() -> [u8; 32] {
    static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static NUMBER: AtomicU64 = AtomicU64::new(0);

    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let [high, low] = [0, 1].map(|half| KEY.hash_one(number << 1 | half));
    hex(u128::from(high) << 64 | u128::from(low))
}

fn hex(number: u128) -> [u8; 32] {
    let mut digits = [0; 32];
    for (byte, pair) in number.to_be_bytes().iter().zip(digits.chunks_exact_mut(2)) {
        pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 0xF)]);
    }
    digits
}

fn digit(nibble: u8) -> u8 {
    if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::process::Command;
    use std::{env, thread};

    use super::*;

    #[test]
    fn hexadecimal_digits_are_equal_to_those_of_the_standard_library() {
        for number in [0, 1, u128::MAX, 0x0123_4567_89ab_cdef_0000_fedc_ba98_7654] {
            assert_eq!(str::from_utf8(&hex(number)).unwrap(), format!("{number:032x}"));
        }
    }

    #[test]
    fn ids_are_unique_across_threads() {
        let threads: Vec<_> =
            (0..4).map(|_| thread::spawn(|| (0..10_000).map(|_| unique()).collect::<Vec<_>>())).collect();
        let all: HashSet<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(all.len(), 40_000);
        // Each half is unique by itself.
        for half in [0..16, 16..32] {
            let halves: HashSet<_> = all.iter().map(|id| id.get(half.clone())).collect();
            assert_eq!(halves.len(), 40_000);
        }
    }

    /// Runs itself as another program, in which the first ID has the number 0 as well.
    #[test]
    fn ids_are_unique_across_processes() {
        const IS_CHILD: &str = "PRINT_THE_FIRST_TOKEN_ID";
        if env::var_os(IS_CHILD).is_some() {
            println!("id={}", str::from_utf8(&unique()).unwrap());
            return;
        }
        let first_id = |_| {
            let mut child = Command::new(env::current_exe().unwrap());
            child.args(["--exact", "--nocapture", "access::jti::tests::ids_are_unique_across_processes"]);
            let output = String::from_utf8(child.env(IS_CHILD, "1").output().unwrap().stdout).unwrap();
            let (_, id) = output.split_once("id=").unwrap();
            id.get(..32).unwrap().to_owned()
        };
        let ids: HashSet<String> = (0..4).map(first_id).collect();
        assert_eq!(ids.len(), 4);
        assert!(ids.iter().all(|id| id.bytes().all(|digit| digit.is_ascii_hexdigit())), "{ids:?}");
    }
}
