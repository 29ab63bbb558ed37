//! Work with keys that leaves nothing of them on the stack.

use zeroize::zeroize_stack;

/// More than such work uses, in builds without optimization too.
const BYTES: usize = 16 * 1024;

/// More than an HMAC uses in an optimized build with SHA instructions: about 300 bytes, and 700 if the program is optimized for
/// its size.
const TOP_BYTES: usize = 1024;

/// Does `work`, and wipes the part of the stack that it used: building the state of an HMAC, and moving it, leaves copies
/// there.
///
/// The result is returned on the stack that is not wiped, so `T` is a pointer to a key and not a key.
pub(crate) fn on_wiped_stack<T>(work: impl FnOnce() -> T) -> T {
    let result = in_own_frame(work);
    zeroize_stack::<BYTES>();
    result
}

/// As [`on_wiped_stack`], but wipes less, because it is done for each signature.
pub(super) fn on_wiped_top<T>(work: impl FnOnce() -> T) -> T {
    let result = in_own_frame(work);
    zeroize_stack::<TOP_BYTES>();
    result
}

/// Not inlined, so that everything in it is in the part of the stack that is wiped.
#[inline(never)]
fn in_own_frame<T>(work: impl FnOnce() -> T) -> T {
    work()
}
