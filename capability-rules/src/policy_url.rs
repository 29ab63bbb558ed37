//! URLs of the policies in a TaskRouter capability token: what a policy is about.
//!
//! A policy has a path below the workspace of its token, or a full URL of one of the two hosts that Twilio's libraries write. A
//! query is not part of it, because a policy has filters for the query.

mod names;
#[cfg(test)]
mod tests;

use core::ops::Range;

use crate::chars;
use crate::error::impl_error;
use crate::message::Message;

/// The hosts of full URLs, with the scheme and the slash after them: TaskRouter's API, and the events of a channel.
///
/// ```
/// use twilio_capability_rules::policy_url;
///
/// assert!(policy_url::HOSTS.iter().all(|host| host.starts_with("https://")));
/// ```
pub const HOSTS: [&str; 2] = ["https://taskrouter.twilio.com/", "https://event-bridge.twilio.com/"];

/// The start of a full URL of a workspace, before the SID.
///
/// ```
/// use twilio_capability_rules::policy_url;
///
/// assert!(policy_url::WORKSPACES.starts_with(policy_url::HOSTS[0]));
/// ```
pub const WORKSPACES: &str = "https://taskrouter.twilio.com/v1/Workspaces/";

/// The workspace of a full URL, and the path below it. `None` for a path, and for another URL.
///
/// ```
/// use twilio_capability_rules::policy_url;
///
/// let url = "https://taskrouter.twilio.com/v1/Workspaces/WS11111111111111111111111111111111/Tasks/**";
/// assert_eq!(policy_url::workspace(url), Some(("WS11111111111111111111111111111111", "/Tasks/**")));
/// assert_eq!(policy_url::workspace("/Tasks/**"), None);
/// ```
#[must_use]
pub fn workspace(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix(WORKSPACES)?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}

/// The most bytes that the URL of a policy can have, so that a token stays small enough to be sent.
///
/// ```
/// use twilio_capability_rules::policy_url;
///
/// assert!(policy_url::check(&"/a".repeat(policy_url::MAX_LEN / 2)).is_ok());
/// ```
pub const MAX_LEN: usize = 512;

/// Checks the URL of a policy: a path below the workspace such as `/Tasks/**`, or a full URL. `/` is the workspace itself.
///
/// ```
/// use twilio_capability_rules::policy_url;
///
/// policy_url::check("/Tasks/**")?;
/// let error = policy_url::check("Tasks/**").unwrap_err();
/// assert_eq!(error.help().as_str(), "write a path below the workspace that starts with `/`: `/Tasks/**`");
/// # Ok::<(), policy_url::PolicyUrlError>(())
/// ```
///
/// # Errors
///
/// The string is neither such a path nor such a URL.
pub const fn check(s: &str) -> Result<(), PolicyUrlError> {
    if s.is_empty() {
        return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Empty, start: 0, end: 0 });
    }
    if s.len() > MAX_LEN {
        return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Length, start: MAX_LEN, end: s.len() });
    }
    let host = host_len(s);
    if host == 0 {
        // The path of a full URL is not a path below the workspace.
        if !starts_with(s, "/") || starts_with(s, "/v1/") {
            return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Start, start: 0, end: s.len() });
        }
        if s.len() == 1 {
            return Ok(());
        }
        return match segments(s, 1) {
            Ok(()) => below_workspace(s, 1),
            error => error,
        };
    }
    match segments(s, host) {
        Ok(()) => below_host(s, host),
        error => error,
    }
}

/// Checks the names in a path that starts at byte `from`.
const fn below_workspace(s: &str, from: usize) -> Result<(), PolicyUrlError> {
    let (mut rest, mut start) = (s.split_at(from).1, from);
    let (first, _) = names::first(rest);
    if names::is_near(first.as_bytes(), names::WORKSPACES.as_bytes()) && from == 1 {
        return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Start, start: 0, end: s.len() });
    }
    while !rest.is_empty() {
        let (segment, after) = names::first(rest);
        let end = start + segment.len();
        if let Some(name) = names::meant(segment) {
            return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Resource(name), start, end });
        }
        (rest, start) = (after, end + 1);
    }
    Ok(())
}

/// Checks the names in a full URL, whose path starts at byte `from`.
const fn below_host(s: &str, from: usize) -> Result<(), PolicyUrlError> {
    let folder = if from == HOSTS[0].len() { names::WORKSPACES } else { "wschannels" };
    let (version, rest) = names::first(s.split_at(from).1);
    let (found, _) = names::first(rest);
    let start = from + version.len() + 1;
    if !names::is_wildcard(version) && !chars::equal(version, "v1") {
        let end = from + version.len();
        return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Resource("v1"), start: from, end });
    }
    if rest.is_empty() || names::is_wildcard(found) {
        return Ok(());
    }
    if !chars::equal(found, folder) {
        let end = start + found.len();
        return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Resource(folder), start, end });
    }
    let below = start + found.len() + 1;
    if below < s.len() { below_workspace(s, below) } else { Ok(()) }
}

/// How many bytes scheme, host and slash have; 0 if `s` is not a full URL.
const fn host_len(s: &str) -> usize {
    let mut hosts = HOSTS.as_slice();
    while let Some((host, others)) = hosts.split_first() {
        if starts_with(s, host) {
            return host.len();
        }
        hosts = others;
    }
    0
}

const fn starts_with(s: &str, start: &str) -> bool {
    match s.as_bytes().split_at_checked(start.len()) {
        Some((head, _)) => match core::str::from_utf8(head) {
            Ok(head) => chars::equal(head, start),
            Err(_) => false,
        },
        None => false,
    }
}

/// Checks the segments from byte `from` on.
const fn segments(s: &str, from: usize) -> Result<(), PolicyUrlError> {
    let (_, mut rest) = s.as_bytes().split_at(from);
    let (mut begin, mut at) = (from, from);
    // Dots, stars and other characters in this segment.
    let (mut dots, mut wildcards) = (0, 0);
    loop {
        let (byte, others) = match rest.split_first() {
            Some((byte, others)) => (*byte, others),
            None => (b'/', rest),
        };
        if byte == b'/' {
            let len = at - begin;
            let is_up = dots == len && dots < 3;
            let is_part = wildcards > 0 && (wildcards != len || wildcards > 2);
            if len == 0 || is_up || is_part {
                return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Segment, start: begin, end: at });
            }
            if at == s.len() {
                return Ok(());
            }
            (begin, dots, wildcards) = (at + 1, 0, 0);
        } else if byte == b'*' {
            wildcards += 1;
        } else if byte == b'.' {
            dots += 1;
        } else if !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b'~') {
            let width = match chars::split_first(rest) {
                Some((c, _)) => c.len_utf8(),
                None => 1,
            };
            return Err(PolicyUrlError { kind: PolicyUrlErrorKind::Character, start: at, end: at + width });
        }
        (rest, at) = (others, at + 1);
    }
}

/// Why a string is not the URL of a policy.
///
/// ```
/// # use twilio_capability_rules::policy_url as twilio_capability;
/// use twilio_capability::{PolicyUrlError, PolicyUrlErrorKind};
///
/// fn check(error: &PolicyUrlError) {
///     // The error of `"/Tasks?Priority=1".parse::<PolicyUrl>()`.
///     assert_eq!(error.kind(), PolicyUrlErrorKind::Character);
///     assert_eq!(error.position(), 6..7);
/// }
/// # check(&twilio_capability_rules::policy_url::check("/Tasks?Priority=1").unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PolicyUrlError {
    kind: PolicyUrlErrorKind,
    start: usize,
    end: usize,
}

/// The part of the rule that a string breaks.
///
/// ```
/// # use twilio_capability_rules::policy_url as twilio_capability;
/// use twilio_capability::{PolicyUrlError, PolicyUrlErrorKind};
///
/// fn check(error: &PolicyUrlError) {
///     // The error of `"Tasks".parse::<PolicyUrl>()`.
///     assert_eq!(error.kind(), PolicyUrlErrorKind::Start);
/// }
/// # check(&twilio_capability_rules::policy_url::check("Tasks").unwrap_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum PolicyUrlErrorKind {
    /// The string is empty.
    Empty,
    /// The string is neither a path below the workspace nor a URL of one of the two hosts.
    Start,
    /// A character cannot be in a path.
    Character,
    /// A segment of the path is empty, is `.` or `..`, or has a star next to other characters.
    Segment,
    /// A segment is nearly the name of one of TaskRouter's resources: this one. Or a full URL has another name at its start than
    /// this one.
    Resource(&'static str),
    /// The string has more than 512 bytes.
    Length,
}

impl PolicyUrlError {
    /// The part of the rule that the string breaks.
    ///
    /// ```
    /// # use twilio_capability_rules::policy_url as twilio_capability;
    /// use twilio_capability::{PolicyUrlError, PolicyUrlErrorKind};
    ///
    /// fn check(error: &PolicyUrlError) {
    ///     // The error of `"".parse::<PolicyUrl>()`.
    ///     assert_eq!(error.kind(), PolicyUrlErrorKind::Empty);
    /// }
    /// # check(&twilio_capability_rules::policy_url::check("").unwrap_err());
    /// ```
    #[must_use]
    pub const fn kind(&self) -> PolicyUrlErrorKind {
        self.kind
    }

    /// Which bytes of the string are wrong.
    ///
    /// ```
    /// # use twilio_capability_rules::policy_url as twilio_capability;
    /// use twilio_capability::PolicyUrlError;
    ///
    /// fn check(error: &PolicyUrlError) {
    ///     // The error of `"/Tasks/../Workers".parse::<PolicyUrl>()`.
    ///     assert_eq!(error.position(), 7..9);
    /// }
    /// # check(&twilio_capability_rules::policy_url::check("/Tasks/../Workers").unwrap_err());
    /// ```
    #[must_use]
    pub const fn position(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What is wrong, as a sentence.
    ///
    /// ```
    /// # use twilio_capability_rules::policy_url as twilio_capability;
    /// use twilio_capability::PolicyUrlError;
    ///
    /// fn check(error: &PolicyUrlError) {
    ///     // The error of `"/Tasks/".parse::<PolicyUrl>()`.
    ///     assert_eq!(error.headline().as_str(), "a segment of this path is not valid");
    /// }
    /// # check(&twilio_capability_rules::policy_url::check("/Tasks/").unwrap_err());
    /// ```
    #[must_use]
    pub const fn headline(&self) -> Message {
        Message::new().str(match self.kind {
            PolicyUrlErrorKind::Empty => "the URL of this policy is empty",
            PolicyUrlErrorKind::Start => "this is not the URL of a policy",
            PolicyUrlErrorKind::Character => "this character cannot be in the URL of a policy",
            PolicyUrlErrorKind::Segment => "a segment of this path is not valid",
            PolicyUrlErrorKind::Resource(_) => "TaskRouter has no resource of this name",
            PolicyUrlErrorKind::Length => "the URL of this policy is longer than 512 bytes",
        })
    }

    /// What to type instead.
    ///
    /// ```
    /// # use twilio_capability_rules::policy_url as twilio_capability;
    /// use twilio_capability::PolicyUrlError;
    ///
    /// fn check(error: &PolicyUrlError) {
    ///     // The error of `"".parse::<PolicyUrl>()`.
    ///     assert_eq!(error.help().as_str(), "write `/` for the workspace itself, or a path below it: `/Tasks/**`");
    /// }
    /// # check(&twilio_capability_rules::policy_url::check("").unwrap_err());
    /// ```
    #[must_use]
    pub const fn help(&self) -> Message {
        Message::new().str(match self.kind {
            PolicyUrlErrorKind::Resource(name) => {
                return Message::new().str("did you mean `").str(name).str("`?");
            }
            PolicyUrlErrorKind::Empty => {
                "write `/` for the workspace itself, or a path below it: `/Tasks/**`"
            }
            PolicyUrlErrorKind::Start => {
                "write a path below the workspace that starts with `/`: `/Tasks/**`"
            }
            PolicyUrlErrorKind::Character => {
                "a path is made of letters, digits, `-`, `_`, `.`, `~`, `*` and `/`; for the query, add a filter to the policy"
            }
            PolicyUrlErrorKind::Segment => {
                "write a name, `*` or `**` between two slashes, and no slash at the end"
            }
            PolicyUrlErrorKind::Length => "write a shorter path; `**` at the end matches everything below it",
        })
    }

    /// Headline, the string with carets under it, and help. `value` is the string that was checked.
    ///
    /// ```
    /// # use twilio_capability_rules::policy_url as twilio_capability;
    /// use twilio_capability::PolicyUrlError;
    ///
    /// fn check(error: &PolicyUrlError) {
    ///     // The error of `"/Tasks//**".parse::<PolicyUrl>()`.
    ///     let report = error.report("/Tasks//**");
    ///     assert!(report.as_str().starts_with("a segment of this path is not valid\n"));
    /// }
    /// # check(&twilio_capability_rules::policy_url::check("/Tasks//**").unwrap_err());
    /// ```
    #[must_use]
    pub const fn report(&self, value: &str) -> Message {
        let at = self.position();
        let at = match self.kind {
            PolicyUrlErrorKind::Empty | PolicyUrlErrorKind::Length => None,
            _ => Some(&at),
        };
        Message::report_unless_secret(&self.headline(), value, at, &self.help())
    }
}

impl_error!(PolicyUrlError);
