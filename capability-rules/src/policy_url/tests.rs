use super::*;

#[test]
fn paths_and_urls_of_the_two_hosts_are_accepted() {
    for url in [
        "/",
        "/Tasks",
        "/Tasks/**",
        "/Workers/*/Reservations",
        "/a.b/c-d_e~f",
        "/Workers/*/Channels",
        "/Workers/Statistics",
        "/Workflows/WW1/CumulativeStatistics",
        "/NewResource/Tasking",
        "/Tsxks",
        "/**",
        "https://taskrouter.twilio.com/**",
        "https://taskrouter.twilio.com/v1",
        "https://taskrouter.twilio.com/*/Workspaces",
        "https://taskrouter.twilio.com/v1/*/WS1/Tasks",
        "https://taskrouter.twilio.com/v1/Workspaces/WS1/Tasks",
        "https://taskrouter.twilio.com/v1/Workspaces/**",
        "https://event-bridge.twilio.com/v1/wschannels/AC1/WK1",
    ] {
        assert_eq!(check(url), Ok(()), "{url}");
    }
}

#[test]
fn each_fault_has_its_kind_and_its_place() {
    use PolicyUrlErrorKind as Kind;
    for (url, kind, position) in [
        ("", Kind::Empty, 0..0),
        ("Tasks", Kind::Start, 0..5),
        ("**", Kind::Start, 0..2),
        ("/v1/Workspaces/WS1/Tasks", Kind::Start, 0..24),
        ("http://taskrouter.twilio.com/v1", Kind::Start, 0..31),
        ("https://taskrouter.twilio.com", Kind::Start, 0..29),
        ("https://taskrouter.twilio.com.example/", Kind::Start, 0..38),
        ("https://taskrouter.twilio.com@example/", Kind::Start, 0..38),
        ("https://taskrouter.twilio.com/", Kind::Segment, 30..30),
        ("https://taskrouter.twilio.com//v1", Kind::Segment, 30..30),
        ("//Tasks", Kind::Segment, 1..1),
        ("/Tasks/", Kind::Segment, 7..7),
        ("/Tasks/..", Kind::Segment, 7..9),
        ("/./Tasks", Kind::Segment, 1..2),
        ("/Tasks*", Kind::Segment, 1..7),
        ("/***", Kind::Segment, 1..4),
        ("/Tasks?a=b", Kind::Character, 6..7),
        ("/Tasks#a", Kind::Character, 6..7),
        ("/a b", Kind::Character, 2..3),
        ("/%2e%2e", Kind::Character, 1..2),
        ("/é", Kind::Character, 1..3),
        ("/a\"", Kind::Character, 2..3),
        ("/Task", Kind::Resource("Tasks"), 1..5),
        ("/tasks/**", Kind::Resource("Tasks"), 1..6),
        ("/Taks/**", Kind::Resource("Tasks"), 1..5),
        ("/Tasksk", Kind::Resource("Tasks"), 1..7),
        ("/Tesks", Kind::Resource("Tasks"), 1..6),
        ("/Tsaks", Kind::Resource("Tasks"), 1..6),
        ("/Task_Queues/*", Kind::Resource("TaskQueues"), 1..12),
        ("/Activity", Kind::Resource("Activities"), 1..9),
        ("/Workers/*/Reservation", Kind::Resource("Reservations"), 11..22),
        ("/Workspaces/WS1/Tasks", Kind::Start, 0..21),
        ("/Workspace/WS1/Tasks", Kind::Start, 0..20),
        ("https://taskrouter.twilio.com/v2/Workspaces/WS1", Kind::Resource("v1"), 30..32),
        ("https://taskrouter.twilio.com/v1/Workspace/WS1", Kind::Resource("Workspaces"), 33..42),
        ("https://taskrouter.twilio.com/v1/Workspaces/WS1/Worker", Kind::Resource("Workers"), 48..54),
        ("https://event-bridge.twilio.com/v1/wschannel/AC1/WK1", Kind::Resource("wschannels"), 35..44),
    ] {
        let error = check(url).unwrap_err();
        assert_eq!((error.kind(), error.position()), (kind, position), "{url}");
    }
    let mut long = [b'a'; MAX_LEN + 1];
    long[0] = b'/';
    let long = core::str::from_utf8(&long).unwrap();
    assert!(check(long.split_at(MAX_LEN).0).is_ok());
    assert_eq!(check(long).unwrap_err().kind(), Kind::Length);
}

#[test]
fn no_character_is_marked_in_an_empty_url_and_in_one_that_is_too_long() {
    let long = ["/", &"a".repeat(MAX_LEN)].concat();
    for url in ["", long.as_str()] {
        let report = check(url).unwrap_err().report(url);
        assert!(
            !report.as_str().contains('^') && report.as_str().contains("\n= help: "),
            "{}",
            report.as_str()
        );
    }
    assert!(check("/Tesk%s").unwrap_err().report("/Tesk%s").as_str().contains('^'));
}
