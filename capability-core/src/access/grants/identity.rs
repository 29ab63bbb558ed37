//! The identity that an access token is for: the member `identity` of the claim `grants`.

use super::read_write::{Unreadable, member};
use crate::access::findings::{
    NO_IDENTITY, VIDEO_IDENTITY_MISSING, VIDEO_IDENTITY_TOO_LONG, VOICE_IDENTITY_MISSING,
};
use crate::inspect::Findings;
use crate::jwt::Claim;

/// The member of `grants` for the identity.
pub(in crate::access) const IDENTITY: Claim = member("/grants/identity");

/// Which of the products that need an identity the token is for.
#[derive(Clone, Copy)]
pub(super) struct NeededFor {
    pub(super) voice: bool,
    pub(super) video: bool,
}

/// The most characters of a participant in a video room.
const MOST_OF_VIDEO: usize = 128;

/// Finds what is wrong with the identity. An empty identity counts as missing.
pub(super) fn find(
    identity: Option<&str>,
    needed: NeededFor,
    unreadable: &Unreadable<'_>,
    findings: &mut Findings,
) {
    let path = IDENTITY.path();
    let Some(identity) = identity.filter(|identity| !identity.is_empty()) else {
        if unreadable.contains(IDENTITY) {
            return;
        }
        let fault = if identity.is_some() { "the identity is empty" } else { "there is no identity" };
        if needed.voice {
            findings.add(&VOICE_IDENTITY_MISSING, path, format_args!("{fault}, and Voice needs one"));
        }
        if needed.video {
            let sentence = format_args!("{fault}, and Video needs one: no room can be entered");
            findings.add(&VIDEO_IDENTITY_MISSING, path, sentence);
        }
        if !needed.voice && !needed.video {
            findings.add(&NO_IDENTITY, path, fault);
        }
        return;
    };
    if needed.voice {
        findings.client_name("Voice identity", path, identity);
    }
    let length: usize = identity.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    if needed.video && length > MOST_OF_VIDEO {
        let sentence = format_args!(
            "the identity counts as {length} characters, and Video takes at most {MOST_OF_VIDEO} (a double-byte character counts \
             as two)"
        );
        findings.add(&VIDEO_IDENTITY_TOO_LONG, path, sentence);
    }
}
