//! Grants, and members of grants, that Twilio has retired.

/// What Twilio has retired: the path, and what to write instead.
const RETIRED: [(&str, &str); 3] = [
    ("/grants/ip_messaging", "it is the former name of the grant `chat`: write `chat` with the same members"),
    ("/grants/rtc", "it was replaced by the grant `video`"),
    (
        "/grants/video/configuration_profile_sid",
        "configuration profiles were replaced by the settings of a room: leave it out, or name a `room`",
    ),
];

/// What to write instead of a member, if it is retired.
pub(super) fn advice(path: &str) -> Option<&'static str> {
    RETIRED.iter().find(|(retired, _)| *retired == path).map(|(_, advice)| *advice)
}

/// Whether a member with this name is retired: `video.configuration_profile_sid`.
pub(super) fn is_retired(name: &str) -> bool {
    advice(&format!("/grants/{}", name.replace('.', "/"))).is_some()
}
