//! The names in the URL of a policy: those of TaskRouter's resources, and what a full URL starts with.

use crate::chars;

/// The resources in a workspace, and those in them.
const RESOURCES: [&str; 12] = [
    "Activities",
    "Channels",
    "CumulativeStatistics",
    "Events",
    "RealTimeStatistics",
    "Reservations",
    "Statistics",
    "TaskChannels",
    "TaskQueues",
    "Tasks",
    "Workers",
    "Workflows",
];

/// The resource of all workspaces, of which no path below a workspace is.
pub(super) const WORKSPACES: &str = "Workspaces";

/// The name that the segment of a path was meant to be, if it is nearly one: in another case, with one character more, less or
/// different, or with two swapped.
pub(super) const fn meant(segment: &str) -> Option<&'static str> {
    if chars::equal(segment, "Activity") {
        return Some("Activities");
    }
    let mut found = None;
    let mut names = RESOURCES.as_slice();
    while let Some((name, others)) = names.split_first() {
        if chars::equal(segment, name) {
            return None;
        }
        if is_near(segment.as_bytes(), name.as_bytes()) {
            found = Some(*name);
        }
        names = others;
    }
    found
}

/// Whether the strings are equal but for case and for one character.
pub(super) const fn is_near(mut one: &[u8], mut other: &[u8]) -> bool {
    while let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_first(), other.split_first()) {
        if !a.eq_ignore_ascii_case(b) {
            break;
        }
        (one, other) = (one_rest, other_rest);
    }
    while let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_last(), other.split_last()) {
        if !a.eq_ignore_ascii_case(b) {
            break;
        }
        (one, other) = (one_rest, other_rest);
    }
    match (one, other) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c),
        _ => false,
    }
}

/// The first segment of a path, and what comes after its slash.
pub(super) const fn first(path: &str) -> (&str, &str) {
    let (mut rest, mut len) = (path.as_bytes(), 0);
    while let Some((byte, others)) = rest.split_first() {
        if *byte == b'/' {
            break;
        }
        (rest, len) = (others, len + 1);
    }
    let (segment, rest) = path.split_at(len);
    match rest.as_bytes() {
        [] => (segment, ""),
        _ => (segment, rest.split_at(1).1),
    }
}

/// Whether the segment stands for others.
pub(super) const fn is_wildcard(segment: &str) -> bool {
    matches!(segment.as_bytes(), b"*" | b"**")
}
