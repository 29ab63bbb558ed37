use std::net::Ipv6Addr;

use super::error::PublicUrlErrorKind;

/// Checks that this is a host name, an IPv4 address, or an IPv6 address in brackets.
pub(super) fn check(host: &str) -> Result<(), PublicUrlErrorKind> {
    if !host.is_ascii() {
        return Err(PublicUrlErrorKind::NonAsciiHost);
    }
    let address = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_host = match address {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        // A dot at the end belongs to the name.
        None => host.strip_suffix('.').unwrap_or(host).split('.').all(is_label),
    };
    if is_host { Ok(()) } else { Err(PublicUrlErrorKind::Host) }
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
