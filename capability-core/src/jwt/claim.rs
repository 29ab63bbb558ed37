use std::fmt;

use super::twilio_code;

/// A claim, or a member of a claim, with its path and the error code that Twilio documents for a wrong value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim {
    path: &'static str,
    name: &'static str,
    code: u32,
}

/// The claim `iss`.
pub(crate) const ISSUER: Claim = Claim::new("/iss", twilio_code::INVALID_ISSUER);
/// The claim `sub`.
pub(crate) const SUBJECT: Claim = Claim::new("/sub", twilio_code::INVALID_ISSUER);
/// The claim `exp`.
pub(crate) const EXPIRES: Claim = Claim::new("/exp", twilio_code::INVALID_EXPIRATION);
/// The claim `nbf`.
pub(crate) const NOT_BEFORE: Claim = Claim::new("/nbf", twilio_code::INVALID_TOKEN);
/// The claim `iat`.
pub(crate) const ISSUED_AT: Claim = Claim::new("/iat", twilio_code::INVALID_TOKEN);

/// The claim `jti`: the ID of a token.
pub(crate) const JTI: Claim = Claim::new("/jti", twilio_code::INVALID_TOKEN);
/// The claim `aud`: who a token is for. Twilio's tokens do not have it.
pub(crate) const AUDIENCE: Claim = Claim::new("/aud", twilio_code::INVALID_TOKEN);
/// The header's `kid`: which key signed. It is not used to find the key.
pub(super) const KEY_ID: Claim = Claim::new("/kid", twilio_code::INVALID_HEADER);

impl Claim {
    /// `path` is a JSON pointer into the claims.
    pub(crate) const fn new(path: &'static str, code: u32) -> Self {
        let bytes = path.as_bytes();
        let mut start = bytes.len();
        while let Some(before) = start.checked_sub(1) {
            let (_, rest) = bytes.split_at(before);
            if let [b'/', ..] = rest {
                break;
            }
            start = before;
        }
        Self { path, name: path.split_at(start).1, code }
    }

    pub(crate) const fn path(self) -> &'static str {
        self.path
    }

    /// The name of the member: the last part of the path.
    pub(crate) const fn name(self) -> &'static str {
        self.name
    }

    pub(crate) const fn code(self) -> u32 {
        self.code
    }
}

/// Displays a path in dotted form: `grants.chat.service_sid`.
pub(crate) struct Dotted<'a>(pub(crate) &'a str);

impl fmt::Display for Dotted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, name) in self.0.split('/').skip(1).enumerate() {
            write!(f, "{}{name}", if n == 0 { "" } else { "." })?;
        }
        Ok(())
    }
}

/// The path of the header's content type.
pub(crate) const CTY: &str = "/cty";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_claim_is_the_last_part_of_its_path() {
        for (path, name, dotted) in [
            ("/exp", "exp", "exp"),
            ("/grants/chat/service_sid", "service_sid", "grants.chat.service_sid"),
            ("", "", ""),
        ] {
            assert_eq!(Claim::new(path, 0).name(), name);
            assert_eq!(Dotted(path).to_string(), dotted);
        }
    }
}
