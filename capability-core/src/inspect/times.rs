//! What is wrong, or odd, with the times of a token.

use std::time::Duration;

use super::duration::InWords;
use super::finding::Findings;
use super::rule::finding_rules;
use crate::jwt::{Clock, Validity, claim};
use crate::values::{Ttl, UnixTime};

finding_rules! {
    pub(super) TIME_RULES, "Times";
    LONG_WHEN_IT_STARTED "long-when-it-started" LifetimeTooLong Note []
        "Between the start and the end of the token are more than 24 hours, which Twilio counts from its own clock where there is no `iat`.",
        "error 20157";
    ISSUED_LATER "issued-later" IssuedLater Note []
        "The token says that it was issued in the future.", "RFC 7519, section 4.1.6";
}

impl Findings {
    /// What is wrong with the times at `now`, and what is odd although each may be right.
    pub(super) fn validity(&mut self, validity: &Validity, now: UnixTime) {
        for check in validity.checks(Clock { now, leeway: Duration::ZERO }) {
            self.take(check);
        }
        let started = validity.not_before.filter(|start| *start <= now);
        let since_start = started.map(|start| validity.expires_at.as_secs().saturating_sub(start.as_secs()));
        if let Some(seconds) = since_start.filter(|seconds| *seconds > u64::from(Ttl::MAX.as_secs()))
            && validity.issued_at.is_none()
        {
            let sentence = format!(
                "from its start to its end there are {}: Twilio refused it while more than 24 hours were left",
                InWords(seconds)
            );
            self.add(&LONG_WHEN_IT_STARTED, claim::EXPIRES.path(), sentence);
        }
        if let Some(issued_at) = validity.issued_at.filter(|issued_at| *issued_at > now) {
            let ahead = InWords(issued_at.as_secs() - now.as_secs());
            let sentence = format!("it says that it is issued in {ahead}: is a clock wrong?");
            self.add(&ISSUED_LATER, claim::ISSUED_AT.path(), sentence);
        }
    }
}
