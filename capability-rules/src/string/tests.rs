extern crate std;

use std::format;
use std::string::ToString;

use crate::invisible::is_invisible;
use crate::string::{SIGNATURE_PARAM, StringError, StringErrorKind, StringRule};
use crate::{chars, policy_url, region};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

const ALL: [StringRule; 13] = [
    StringRule::CLIENT_NAME,
    StringRule::LENIENT_CLIENT_NAME,
    StringRule::VOICE_IDENTITY,
    StringRule::PARAM_NAME,
    StringRule::FILTER_NAME,
    StringRule::IDENTITY,
    StringRule::ROOM,
    StringRule::ENDPOINT_ID,
    StringRule::WORKER_ROLE,
    StringRule::TOKEN_ID,
    StringRule::AUTH_TOKEN,
    StringRule::API_SECRET,
    StringRule::SHARED_KEY,
];

fn error(rule: StringRule, s: &str) -> StringError {
    rule.check(s).unwrap_err()
}

/// Checks which characters a rule accepts, among all that there are.
fn accepts(rule: StringRule, accepted: impl Fn(char) -> bool) {
    let mut buffer = [0; 4];
    for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
        assert_eq!(rule.check(c.encode_utf8(&mut buffer)).is_ok(), accepted(c), "{rule:?} {c:?}");
    }
}

#[test]
fn a_rule_knows_its_noun_and_its_limit() {
    let nouns = [
        "a client name",
        "a client name",
        "a Voice identity",
        "a parameter name",
        "a filter name",
        "an identity",
        "a room",
        "an endpoint ID",
        "a role",
        "a token ID",
        "an auth token",
        "an API secret",
    ];
    let limits = [Some(121), Some(256), Some(121)].into_iter().chain([None; 9]);
    for ((rule, a_noun), max) in ALL.into_iter().zip(nouns).zip(limits) {
        assert_eq!((rule.a_noun().as_str(), rule.max()), (a_noun, max));
        assert!(a_noun.ends_with(rule.noun()));
    }
    assert_eq!(format!("{:?}", StringRule::ROOM), "StringRule(\"room\")");
}

#[test]
fn each_rule_accepts_each_short_word() {
    for rule in ALL {
        assert!(rule.max().is_none_or(|max| max >= 31));
        for c in ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['_']) {
            // Too long for the fast path, so that this is the rule's own answer.
            let long = format!("{}{c}", "x".repeat(40));
            assert_eq!((rule.check(&c.to_string()), rule.check(&long)), (Ok(()), Ok(())), "{rule:?} {c}");
        }
    }
}

#[test]
fn an_error_knows_its_rule() {
    for rule in ALL {
        let error = error(rule, "");
        assert_eq!((error.rule(), error.noun()), (rule, rule.noun()));
        assert_eq!((error.kind(), error.position()), (StringErrorKind::Empty, 0..0));
        assert_eq!(error.to_string(), format!("this {} is empty", rule.noun()));
        assert_eq!(error.report("").as_str(), format!("{error:#}"));
    }
}

#[test]
fn a_client_name_is_letters_digits_and_underscores() {
    accepts(StringRule::CLIENT_NAME, |c| matches!(c, 'A'..='Z' | 'a'..='z' | '0'..='9' | '_'));
}

#[test]
fn the_lenient_rule_refuses_what_cannot_be_seen_and_delimiters() {
    let rule = StringRule::LENIENT_CLIENT_NAME;
    for refused in [' ', '\n', '\u{7F}', '\u{85}', '\u{A0}', '\u{200B}', '\u{202E}', '<', '>', '#', '%', '"']
    {
        let error = error(rule, &format!("é{refused}x"));
        assert_eq!(error.kind(), StringErrorKind::Character(refused));
        assert_eq!(error.position(), 2..2 + refused.len_utf8());
    }
    assert_eq!(
        error(rule, "").help().as_str(),
        "a client name has 1 to 256 characters, none of them white space, a control or other invisible character, or \
         one of `<`, `>`, `#`, `%`, `\"`"
    );
    for allowed in ["a&b=c+d", "zoë", "📞", "o'neil", "a@b.c", "scope:client:outgoing?appSid=x"] {
        assert_eq!(rule.check(allowed), Ok(()));
    }
}

#[test]
fn lengths_count_characters() {
    let (strict, lenient) = (StringRule::CLIENT_NAME, StringRule::LENIENT_CLIENT_NAME);
    assert_eq!(strict.check(&"x".repeat(121)), Ok(()));
    let too_long = error(strict, &"x".repeat(123));
    assert_eq!((too_long.kind(), too_long.position()), (StringErrorKind::Length(123), 121..123));
    assert_eq!(too_long.to_string(), "a client name has at most 121 characters, this one has 123");
    assert_eq!(lenient.check(&"é".repeat(256)), Ok(()));
    let too_long = error(lenient, &"é".repeat(257));
    assert_eq!((too_long.kind(), too_long.position()), (StringErrorKind::Length(257), 512..514));
    assert_eq!(error(strict, "").to_string(), "this client name is empty");
    assert_eq!(error(lenient, "").kind(), StringErrorKind::Empty);
}

#[test]
fn the_report_marks_the_characters_that_are_too_many() {
    let value = "x".repeat(123);
    let report = error(StringRule::CLIENT_NAME, &value).report(&value);
    assert!(report.as_str().contains(&format!("\n  {value}\n  {}^^\n= help: ", " ".repeat(121))), "{report}");
}

#[test]
fn a_wrong_character_comes_before_the_length() {
    let value = format!("{}-", "x".repeat(200));
    assert_eq!(error(StringRule::CLIENT_NAME, &value).kind(), StringErrorKind::Character('-'));
}

#[test]
fn a_voice_identity_obeys_the_rule_of_a_client_name_and_messages_call_it_an_identity() {
    let rule = StringRule::VOICE_IDENTITY;
    accepts(rule, |c| StringRule::CLIENT_NAME.check(c.encode_utf8(&mut [0; 4])).is_ok());
    let too_long = error(rule, &"x".repeat(122));
    assert_eq!(too_long.to_string(), "a Voice identity has at most 121 characters, this one has 122");
    assert_eq!(error(rule, "").to_string(), "this Voice identity is empty");
    assert!(too_long.help().as_str().starts_with("a Voice identity is made of letters"));
}

#[test]
fn a_name_that_looks_like_a_secret_is_never_shown() {
    for rule in [
        StringRule::CLIENT_NAME,
        StringRule::LENIENT_CLIENT_NAME,
        StringRule::PARAM_NAME,
        StringRule::FILTER_NAME,
    ] {
        let error = error(rule, SECRET);
        assert_eq!((error.kind(), error.position()), (StringErrorKind::Secret, 0..32));
        assert_eq!(
            error.to_string(),
            format!("this looks like a secret, not a {} (it is not shown here)", rule.noun())
        );
        assert!(!error.report(SECRET).as_str().contains("0123"));
    }
}

#[test]
fn at_run_time_a_name_may_look_like_a_secret() {
    for rule in ALL {
        assert_eq!(rule.check_at_run_time(SECRET), Ok(()), "{rule:?}");
        for s in ["", "a", "a b", "a\n", "From", "\u{200B}", &"x".repeat(300)] {
            assert_eq!(rule.check_at_run_time(s), rule.check(s), "{rule:?} {s}");
        }
    }
}

#[test]
fn no_report_shows_what_looks_like_a_secret() {
    let secret = "0123456789abcdef0123456789abcdea";
    let pasted = format!("{secret} ");
    let url = format!("https://user:{secret}@taskrouter.twilio.com/v1/Workspaces/**");
    let voice = StringRule::VOICE_IDENTITY.check(&pasted).unwrap_err();
    assert_eq!(voice.to_string(), "character 33 of this Voice identity is a space");
    for report in [
        voice.report(&pasted),
        region::check(secret).unwrap_err().report(secret),
        policy_url::check(secret).unwrap_err().report(secret),
        policy_url::check(&url).unwrap_err().report(&url),
    ] {
        let report = report.as_str();
        assert!(
            report.contains("\n= help: ") && !report.contains(secret) && !report.contains('^'),
            "{report}"
        );
    }
    let sid = "https://taskrouter.twilio.com/v1/Workspaces/WS0123456789abcdef0123456789abcdef//x";
    assert!(policy_url::check(sid).unwrap_err().report(sid).as_str().contains(sid));
}

#[test]
fn the_other_rules_accept_32_hex_digits() {
    for rule in [
        StringRule::VOICE_IDENTITY,
        StringRule::IDENTITY,
        StringRule::ROOM,
        StringRule::ENDPOINT_ID,
        StringRule::WORKER_ROLE,
        StringRule::TOKEN_ID,
        StringRule::AUTH_TOKEN,
        StringRule::API_SECRET,
    ] {
        assert_eq!(rule.check(SECRET), Ok(()));
    }
}

#[test]
fn the_prefix_of_an_address_does_not_belong_to_a_name() {
    for rule in [StringRule::CLIENT_NAME, StringRule::VOICE_IDENTITY] {
        let error = error(rule, "client:john");
        assert_eq!((error.kind(), error.position()), (StringErrorKind::ClientPrefix, 0..7));
        assert_eq!(error.help().as_str(), "delete `client:`");
        assert!(
            error
                .report("client:john")
                .as_str()
                .contains(" starts with `client:`\n  client:john\n  ^^^^^^^\n")
        );
        assert_eq!(rule.check("clients:john").unwrap_err().kind(), StringErrorKind::Character(':'));
        assert_eq!(rule.check("client.john").unwrap_err().kind(), StringErrorKind::Character('.'));
    }
    assert_eq!(StringRule::IDENTITY.check("client:john"), Ok(()));
}

#[test]
fn the_help_says_the_rule_or_why_a_secret_is_wrong() {
    let help = |s| error(StringRule::CLIENT_NAME, s).help();
    assert!(help(SECRET).as_str().starts_with("everyone who gets a call sees the client name"));
    assert!(help("").as_str().starts_with("a client name is made of letters"));
    assert!(
        help("a@b").as_str().ends_with("1 to 121 of them; `ClientName::escaped` makes one from any string")
    );
    assert!(help(&"x".repeat(122)).as_str().ends_with("1 to 121 of them"));
    let voice = error(StringRule::VOICE_IDENTITY, "a@b").help();
    assert!(voice.as_str().ends_with("; `VoiceIdentity::escaped` makes one from any string"));
    let help = |s| error(StringRule::LENIENT_CLIENT_NAME, s).help();
    assert!(help(SECRET).as_str().starts_with("everyone who gets a call sees the client name"));
}

#[test]
fn twilios_own_names_are_refused_for_parameters_only() {
    let (parameter, filter) = (StringRule::PARAM_NAME, StringRule::FILTER_NAME);
    assert_eq!(parameter.reserved().len(), 29);
    for name in parameter.reserved() {
        let error = error(parameter, name);
        assert_eq!((error.kind(), error.position()), (StringErrorKind::Reserved(name), 0..name.len()));
        assert_eq!(filter.check(name), Ok(()));
        assert_eq!(parameter.check(&format!("{name}2")), Ok(()));
        assert_eq!(parameter.check(&name.to_lowercase()), Ok(()));
    }
    assert!(parameter.reserved().is_sorted());
    for rule in ALL {
        assert_eq!(rule.reserved().is_empty(), rule != parameter);
        assert!(rule.reserved().iter().all(|name| name.starts_with(|c: char| c.is_ascii_uppercase())));
    }
}

#[test]
fn the_name_of_the_signature_is_refused_for_parameters_only() {
    let error = error(StringRule::PARAM_NAME, SIGNATURE_PARAM);
    assert_eq!(error.kind(), StringErrorKind::SignatureName);
    assert_eq!(
        error.report(SIGNATURE_PARAM).as_str(),
        "`params_signature` is the parameter that `SignedParams` adds\n= help: choose another name, for example `my_signature`"
    );
    assert_eq!(StringRule::PARAM_NAME.check_at_run_time(SIGNATURE_PARAM), Err(error));
    assert_eq!(StringRule::FILTER_NAME.check(SIGNATURE_PARAM), Ok(()));
    assert_eq!(StringRule::PARAM_NAME.check("params_signature2"), Ok(()));
    assert_eq!(StringRule::PARAM_NAME.check("Params_signature"), Ok(()));
}

#[test]
fn names_of_parameters_are_visible() {
    let rule = StringRule::PARAM_NAME;
    for name in ["user_id", "a", "a&b=c%d+e", "é", "📞", "k[0]"] {
        assert_eq!(rule.check(name), Ok(()));
    }
    assert_eq!(error(rule, "").to_string(), "this parameter name is empty");
    let invisible = error(rule, "é\u{200B}");
    assert_eq!(invisible.kind(), StringErrorKind::Character('\u{200B}'));
    assert_eq!(invisible.position(), 2..5);
    assert_eq!(invisible.to_string(), "character 2 of this parameter name is the invisible character U+200B");
    assert_eq!(error(rule, SECRET).kind(), StringErrorKind::Secret);
}

#[test]
fn the_help_says_what_to_type_and_the_report_where() {
    let help = |name| error(StringRule::PARAM_NAME, name).help();
    assert_eq!(help("From").as_str(), "choose another name, for example `my_From`");
    assert!(help(SECRET).as_str().starts_with("a parameter is sent to"));
    assert!(help("").as_str().starts_with("a parameter name has at least one character"));
    let report = |name| error(StringRule::PARAM_NAME, name).report(name);
    assert!(report("a b").as_str().contains("\n  a b\n   ^\n= help: "));
    assert!(!report("From").as_str().contains('^'));
}

#[test]
fn messages_about_a_filter_name_call_it_a_filter_name() {
    let error = |name| error(StringRule::FILTER_NAME, name);
    assert_eq!(error("").to_string(), "this filter name is empty");
    assert_eq!(error("a b").to_string(), "character 2 of this filter name is a space");
    assert!(error("a b").help().as_str().starts_with("a filter name has at least one character"));
    let secret = error(SECRET);
    assert!(secret.to_string().starts_with("this looks like a secret, not a filter name"));
    assert!(secret.help().as_str().starts_with("everyone who has the token can read its filters"));
}

#[test]
fn free_text_is_not_empty_and_has_no_control_characters() {
    accepts(StringRule::IDENTITY, |c| !c.is_control());
    assert_eq!(error(StringRule::IDENTITY, "").kind(), StringErrorKind::Empty);
    let control = error(StringRule::ENDPOINT_ID, "é\u{7}");
    assert_eq!((control.kind(), control.position()), (StringErrorKind::Character('\u{7}'), 2..3));
    assert_eq!(control.rule(), StringRule::ENDPOINT_ID);
    assert_eq!(control.to_string(), "character 2 of this endpoint ID is the invisible character U+0007");
    assert_eq!(error(StringRule::WORKER_ROLE, "").to_string(), "this role is empty");
    assert_eq!(error(StringRule::TOKEN_ID, "").report("").as_str().lines().count(), 2);
    let help = "delete it: control characters are not allowed";
    assert_eq!(control.help().as_str(), help);
    assert_eq!(control.report("é\u{7}").as_str(), format!("{control}\n  é·\n   ^\n= help: {help}"));
    let report = error(StringRule::ROOM, "daily\t").report("daily\t");
    assert!(report.as_str().starts_with("character 6 of this room is a tab\n  daily·\n       ^\n= help: "));
    let nothing = "leave it out if you do not need one";
    for (rule, help) in [
        (StringRule::IDENTITY, "give an identity, or say that the token is anonymous"),
        (StringRule::ROOM, nothing),
        (StringRule::ENDPOINT_ID, nothing),
        (StringRule::WORKER_ROLE, nothing),
        (StringRule::TOKEN_ID, nothing),
    ] {
        assert_eq!(error(rule, "").help().as_str(), help);
    }
}

#[test]
fn a_secret_is_not_empty_and_has_no_white_space() {
    let kind = |s| StringRule::API_SECRET.check(s).map_err(|error| error.kind());
    assert_eq!(kind("x"), Ok(()));
    assert_eq!(kind("!\"§$%&/()=?ß"), Ok(()));
    assert_eq!(kind(""), Err(StringErrorKind::Empty));
    assert_eq!(kind("a b"), Err(StringErrorKind::InnerWhiteSpace));
    assert_eq!(kind("a\u{A0}"), Err(StringErrorKind::WhiteSpace));
    assert_eq!(kind("a\u{0}"), Err(StringErrorKind::Control));
    assert_eq!(kind("\u{1B}a"), Err(StringErrorKind::Control));
    for invisible in ['\u{200B}', '\u{FEFF}', '\u{2066}', '\u{1D173}', '\u{1BCA0}', '\u{FFF0}', '\u{FFF8}'] {
        let secret = format!("a{invisible}b");
        assert_eq!(
            error(StringRule::AUTH_TOKEN, &secret).kind(),
            StringErrorKind::Invisible,
            "{invisible:?}"
        );
    }
    accepts(StringRule::AUTH_TOKEN, |c| !is_invisible(c) && !chars::is_quote(c));
}

#[test]
fn a_secret_has_no_quotes_around_it_and_is_no_sid() {
    let rule = StringRule::AUTH_TOKEN;
    for value in ["\"hunter2\"", "'hunter2'", "“hunter2”", "`hunter2", "\"", "\"hunter2 again\""] {
        let quoted = error(rule, value);
        assert_eq!((quoted.kind(), quoted.position().start), (StringErrorKind::Quote, 0), "{value}");
        assert_eq!(
            format!("{quoted:#}"),
            "this auth token starts with a quote\n= help: remove the quotes around the value"
        );
    }
    let quoted = error(rule, "hunter’");
    assert_eq!((quoted.kind(), quoted.position()), (StringErrorKind::Quote, 6..9));
    assert_eq!(quoted.to_string(), "this auth token ends with a quote");

    for sid in ["AC", "SK", "zz"].map(|letters| format!("{letters}{SECRET}")) {
        assert_eq!(error(rule, &sid).to_string(), "this is a SID, not an auth token");
        assert!(error(rule, &sid).help().as_str().ends_with("it is not the account SID"));
        let secret = error(StringRule::API_SECRET, &sid);
        assert_eq!((secret.kind(), secret.position()), (StringErrorKind::IsSid, 0..34));
        assert!(secret.help().as_str().ends_with("it is not the key's SID"));
        assert!(!secret.report(&sid).as_str().contains("0123"));
        let shared = error(StringRule::SHARED_KEY, &sid);
        assert_eq!(shared.to_string(), "this is a SID, not a shared key");
        assert!(shared.help().as_str().ends_with("it is not a SID"));
    }
    let empty = format!("{:#}", error(StringRule::SHARED_KEY, ""));
    assert_eq!(
        empty,
        "this shared key is empty\n= help: copy the secret of the shared key from the Twilio Console"
    );
    for other in [format!("A1{SECRET}"), format!("ACx{}", &SECRET[1..]), format!("AC{SECRET}0")] {
        assert_eq!(rule.check(&other), Ok(()), "{other}");
    }
}

#[test]
fn the_error_of_a_secret_says_where_and_nothing_of_its_characters() {
    let copied = error(StringRule::AUTH_TOKEN, "hunter2 ");
    assert_eq!(copied.position(), 7..8);
    for shown in [format!("{copied:?}{copied:#}"), copied.report("hunter2 ").to_string()] {
        assert!(!shown.contains("hunter"), "{shown}");
    }
    assert_eq!(error(StringRule::AUTH_TOKEN, "").position(), 0..0);
}

#[test]
fn the_error_of_a_secret_names_it_and_says_what_to_do() {
    for (rule, noun) in [(StringRule::AUTH_TOKEN, "auth token"), (StringRule::API_SECRET, "API secret")] {
        assert_eq!(
            format!("{:#}", error(rule, "")),
            format!("this {noun} is empty\n= help: copy the {noun} from the Twilio Console")
        );
        let trim = "remove it: `trim()` removes white space at the ends";
        let copy = "copy it again: it consists of visible characters";
        for (value, character, what, help) in [
            ("a ", 2, "white space", trim),
            ("a \r\n", 2, "white space", trim),
            (" a", 1, "white space", trim),
            // `trim()` does not help.
            ("a b", 2, "white space", copy),
            ("a\nb\n", 2, "white space", copy),
            ("a\u{7}", 2, "a control character", copy),
            ("a\u{200B}", 2, "an invisible character", copy),
        ] {
            assert_eq!(
                format!("{:#}", error(rule, value)),
                format!("character {character} of this {noun} is {what}\n= help: {help}")
            );
            assert_eq!(
                error(rule, value).help().as_str() == trim,
                rule.check(value.trim()).is_ok(),
                "{value:?}"
            );
        }
    }
}

#[test]
fn the_rules_hold_in_const_code() {
    const CHECKED: bool = StringRule::CLIENT_NAME.check("john").is_ok();
    const REFUSED: StringError = match StringRule::PARAM_NAME.check("To") {
        Ok(()) => panic!("accepted"),
        Err(error) => error,
    };
    const { assert!(CHECKED) }
    assert_eq!(REFUSED.kind(), StringErrorKind::Reserved("To"));
}
