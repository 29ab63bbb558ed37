//! An inspection as text for people.

use std::fmt;
use std::time::Duration;

use super::duration::InWords;
use super::inspection::Inspection;
use super::kind::FindingKind;
use super::quoted::Quoted;
use super::severity::Severity;
use crate::jwt::{Clock, TokenKind, Validity};
use crate::values::UnixTime;

/// Strings of the token are in quotes, with control characters escaped, because a terminal could interpret them.
impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        match (self.kind, facts.looks_like) {
            (TokenKind::Encrypted | TokenKind::ClientValidation, _) => writeln!(f, "This is {}.", self.kind)?,
            (TokenKind::Unknown, Some(kind)) if facts.readable => {
                writeln!(f, "This looks like {kind}, read without its key.")?;
            }
            _ if facts.readable => writeln!(f, "This is {}, read without its key.", self.kind)?,
            _ => f.write_str("This cannot be read as a token.\n")?,
        }
        self.rights(f)?;
        self.times(f)?;
        if !facts.minted_by.is_empty() {
            f.write_str("Likely minted by ")?;
            for (n, library) in facts.minted_by.iter().enumerate() {
                write!(f, "{}{library}", if n == 0 { "" } else { " or " })?;
            }
            f.write_str(".\n")?;
        }
        f.write_str(&self.judgement().join("\n"))
    }
}

impl Inspection {
    /// Each finding, errors first, and that there is no error if there is none.
    fn judgement(&self) -> Vec<String> {
        let of = |severity| self.findings.iter().filter(move |finding| finding.severity() == severity);
        let mut lines = Vec::new();
        if of(Severity::Error).next().is_some() {
            lines.push("Twilio would refuse it:".to_owned());
        } else if !self.is_not_judged() {
            lines.push("Without the key, nothing is seen for which Twilio would refuse it.".to_owned());
        }
        lines.extend(of(Severity::Error).map(|finding| {
            let code = finding.twilio_code().map(|code| format!(" {code}")).unwrap_or_default();
            let client = finding.client_code().map(|code| format!(" (error {code} in Twilio's client SDKs)"));
            format!("  error{code}: {finding}{}", client.unwrap_or_default())
        }));
        for (severity, word) in [(Severity::Warning, "Warning"), (Severity::Note, "Note")] {
            lines.extend(of(severity).map(|finding| {
                let code = finding.twilio_code().map(|code| format!(" (error {code})"));
                format!("{word}: {finding}{}", code.unwrap_or_default())
            }));
        }
        lines
    }

    /// Whether nothing can be said about what Twilio would do: the token is not read here, or is valid at no time.
    fn is_not_judged(&self) -> bool {
        matches!(self.kind, TokenKind::Encrypted | TokenKind::ClientValidation)
            || self.findings.iter().any(|finding| finding.kind() == FindingKind::NeverValid)
    }

    fn rights(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        if let Some(issuer) = &facts.issuer {
            writeln!(f, "Issued by {}.", Quoted(issuer))?;
        }
        if let Some(subject) = &facts.subject {
            let is_twilios = self.kind != TokenKind::Unknown || facts.looks_like.is_some();
            let whose = if is_twilios { "For the account" } else { "Its subject is" };
            writeln!(f, "{whose} {}.", Quoted(subject))?;
        }
        facts.family.explain(f)
    }

    fn times(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let now = self.now.as_secs();
        let relative = |time: UnixTime| {
            let seconds = time.as_secs();
            if seconds > now {
                format!("in {}", InWords(seconds - now))
            } else {
                format!("{} ago", InWords(now - seconds))
            }
        };
        if let Some(not_before) = self.facts.not_before {
            writeln!(f, "Valid from {not_before} ({}).", relative(not_before))?;
        }
        if let Some(expires_at) = self.facts.expires_at {
            writeln!(f, "Valid until {expires_at} ({}).", relative(expires_at))?;
            let validity =
                Validity { expires_at, not_before: self.facts.not_before, issued_at: self.facts.issued_at };
            // Otherwise it is the time that is left, which is in the line before.
            let is_past = |time: UnixTime| time <= self.now;
            let has_start = validity.issued_at.is_some_and(is_past)
                || validity.issued_at.is_none() && validity.not_before.is_some_and(|time| !is_past(time));
            if has_start {
                let clock = Clock { now: self.now, leeway: Duration::ZERO };
                writeln!(f, "Lives for {}.", InWords(validity.lives_for(clock)))?;
            }
        }
        Ok(())
    }
}
