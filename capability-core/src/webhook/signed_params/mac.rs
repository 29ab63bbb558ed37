//! What the signature covers.

use crate::values::{AccountSid, ApplicationSid, ClientName};

/// The parameters of a call, and what they belong to.
pub(super) struct Covered<'a> {
    pub(super) account: AccountSid,
    pub(super) application: ApplicationSid,
    pub(super) client: &'a ClientName,
    /// The seconds since 1970, as they are sent.
    pub(super) until: &'a str,
}

impl Covered<'_> {
    /// The message that is signed. The length of each part is in front of it, so that no two lists of parts have one message.
    pub(super) fn message<'p>(&self, params: impl Iterator<Item = (&'p str, &'p str)>) -> Vec<u8> {
        let mut message = Vec::new();
        let mut push = |part: &str| {
            message.extend_from_slice(&(part.len() as u64).to_be_bytes());
            message.extend_from_slice(part.as_bytes());
        };
        // The label keeps these signatures apart from others with the same key.
        push("twilio-capability parameters");
        push(&lower(self.account.as_str()));
        push(&lower(self.application.as_str()));
        push(self.client.as_str());
        push(self.until);
        for (name, value) in params {
            push(name);
            push(value);
        }
        message
    }
}

/// The SID with its digits in lower case, because a configuration and Twilio can write them differently.
fn lower(sid: &str) -> String {
    let (kind, digits) = sid.split_at_checked(2).unwrap_or((sid, ""));
    format!("{kind}{}", digits.to_ascii_lowercase())
}
