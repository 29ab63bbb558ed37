//! Base64url without padding, with vector instructions where the processor has some.

use std::sync::LazyLock;

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
use base64::engine::GeneralPurpose as Base64Url;
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use base64::engine::Simd as Base64Url;
use base64::engine::general_purpose::NO_PAD;

/// Asks the processor once.
pub(crate) static BASE64URL: LazyLock<Base64Url> = LazyLock::new(|| {
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    return Base64Url::url_safe(NO_PAD);
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    return base64::engine::general_purpose::URL_SAFE_NO_PAD;
});
