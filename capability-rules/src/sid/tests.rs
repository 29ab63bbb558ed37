extern crate std;

use std::format;
use std::string::{String, ToString};

use crate::sid::{LEN, SidError, SidErrorKind, SidKind};

const APPLICATION: &str = "AP00000000000000000000000000000000";

fn application(s: &str) -> SidError {
    SidKind::Application.check(s).unwrap_err()
}

#[test]
fn each_kind_accepts_its_own_sids_and_no_others() {
    for kind in SidKind::ALL {
        for digits in ["0123456789abcdefABCDEF0123456789", "ffffffffffffffffffffffffffffffff"] {
            let sid = format!("{}{digits}", kind.prefix());
            for other in SidKind::ALL {
                let found = other.check(&sid);
                if other == kind {
                    assert_eq!(found, Ok(()));
                } else {
                    assert_eq!(found.unwrap_err().kind(), SidErrorKind::OtherKind(kind));
                }
            }
        }
    }
}

#[test]
fn each_kind_has_its_nouns() {
    let nouns = [
        "an account SID",
        "an application SID",
        "an API key SID",
        "a credential SID",
        "a service SID",
        "a role SID",
        "a workspace SID",
        "a worker SID",
        "a task queue SID",
        "a workflow SID",
        "a task SID",
        "a reservation SID",
        "an activity SID",
        "a room SID",
        "a channel SID",
        "a call SID",
    ];
    assert_eq!(nouns.len(), SidKind::ALL.len());
    for (kind, noun) in SidKind::ALL.into_iter().zip(nouns) {
        let error = kind.check(&format!("{}00", kind.prefix())).unwrap_err();
        assert_eq!(error.expected(), kind);
        assert_eq!(error.to_string(), format!("{noun} has 34 characters, this one has 4"));
    }
}

#[test]
fn the_rule_holds_in_const_code() {
    const CHECKED: bool = SidKind::Application.check(APPLICATION).is_ok();
    const { assert!(CHECKED) }
}

#[test]
fn each_position_is_checked() {
    for at in 2..LEN {
        let mut sid = String::from(APPLICATION);
        sid.replace_range(at..=at, "g");
        let error = application(&sid);
        assert_eq!(error.kind(), SidErrorKind::NotHex('g'));
        assert_eq!(error.position(), at..at + 1);
    }
    let error = application("AP0000000000000000000000000000é000");
    assert_eq!((error.kind(), error.position()), (SidErrorKind::NotHex('é'), 30..32));
}

#[test]
fn lengths() {
    let error = application(&APPLICATION[..33]);
    assert_eq!((error.kind(), error.position()), (SidErrorKind::Length(33), 33..33));
    assert_eq!(error.to_string(), "an application SID has 34 characters, this one has 33");
    assert!(error.help().as_str().ends_with("; 1 character is missing"), "{}", error.help());
    let error = application(&APPLICATION[..32]);
    assert!(error.help().as_str().ends_with("; 2 characters are missing"), "{}", error.help());
    let error = application(&format!("{APPLICATION}00"));
    assert_eq!((error.kind(), error.position()), (SidErrorKind::Length(36), 34..36));
    assert!(error.help().as_str().ends_with("; 2 characters too many"), "{}", error.help());
    assert_eq!(application("").kind(), SidErrorKind::Empty);
    assert_eq!(application("AP").kind(), SidErrorKind::Length(2));
    assert_eq!(application("A").kind(), SidErrorKind::Prefix);
}

#[test]
fn prefixes() {
    assert_eq!(application("ap00000000000000000000000000000000").kind(), SidErrorKind::Prefix);
    assert!(application("ap0").help().as_str().contains("upper case"));
    assert_eq!(
        application("XY00000000000000000000000000000000").to_string(),
        "an application SID starts with `AP`, this string starts with `XY`"
    );
    assert_eq!(application("ACCOUNT_SID").kind(), SidErrorKind::Prefix);
    assert_eq!(
        application("é").to_string(),
        "an application SID starts with `AP`, this string starts with `é`"
    );
}

#[test]
fn a_secret_is_never_shown() {
    let secret = "0123456789abcdef0123456789abcdef";
    for value in [secret.to_string(), format!(" {secret}"), format!("token={secret}")] {
        let error = application(&value);
        assert_eq!(error.kind(), SidErrorKind::Secret);
        for shown in [format!("{error:#}"), format!("{error:?}"), error.report(&value).to_string()] {
            assert!(!shown.contains("0123456789abcdef"), "{shown}");
        }
    }
}

#[test]
fn what_came_along_in_copying_is_named() {
    let error = application(" AP00000000000000000000000000000000");
    assert_eq!(error.to_string(), "there is a space before this application SID");
    let value = "AP00000000000000000000000000000000\n";
    let error = application(value);
    assert_eq!(error.to_string(), "there is a line break after this application SID");
    assert!(error.report(value).as_str().ends_with(&format!("did you mean `{APPLICATION}`?")));
}

#[test]
fn letters_taken_for_digits_are_corrected() {
    let value = "AP00OoIl00000000000000000000000000";
    let report = application(value).report(value);
    assert_eq!(
        report.as_str(),
        "character 5 of this application SID is `O`, which is not a hexadecimal digit\n  \
         AP00OoIl00000000000000000000000000\n      ^\n\
         = help: did you mean `AP00001100000000000000000000000000`?"
    );
    assert!(application(value).help().as_str().starts_with("did you mean the digit `0` (zero)?"));
}

#[test]
fn each_mistake_has_its_place_its_sentence_and_its_help() {
    let form = "an application SID is `AP` and 32 hexadecimal digits (0-9, a-f, A-F)";
    for (value, position, sentence, help) in [
        ("", 0..0, "this string is empty, but an application SID is needed", form),
        (
            "0123456789abcdef0123456789abcdef",
            0..32,
            "this looks like a secret, not an application SID (it is not shown here)",
            &format!("{form}; a secret does not belong in source code"),
        ),
        ("“AP0”", 0..3, "there is `“` before this application SID", &format!("delete it; {form}")),
        (
            "AC00",
            0..2,
            "this is an account SID, not an application SID",
            "an application SID starts with `AP`, an account SID with `AC`",
        ),
        ("éX00", 0..3, "an application SID starts with `AP`, this string starts with `éX`", form),
        ("A", 0..1, "an application SID starts with `AP`, this string starts with `A`", form),
        ("x\u{200B}0", 0..4, "an application SID starts with `AP`, this string starts with `x`", form),
        (
            "\u{7}x0",
            0..2,
            "an application SID starts with `AP`, this string starts with the invisible character U+0007",
            form,
        ),
        (
            "aP0",
            0..2,
            "an application SID starts with `AP`, this string starts with `aP`",
            "write the first two letters in upper case: `AP`",
        ),
        ("XP0", 0..2, "an application SID starts with `AP`, this string starts with `XP`", form),
        (
            "AP0l",
            3..4,
            "character 4 of this application SID is `l`, which is not a hexadecimal digit",
            &format!("did you mean the digit `1` (one)? {form}"),
        ),
        (
            "AP000",
            5..5,
            "an application SID has 34 characters, this one has 5",
            &format!("{form}; 29 characters are missing"),
        ),
        (
            "AP000000000000000000000000000000000",
            34..35,
            "an application SID has 34 characters, this one has 35",
            &format!("{form}; 1 character too many"),
        ),
    ] {
        let error = application(value);
        assert_eq!(error.position(), position, "{value}");
        assert_eq!(format!("{error:#}"), format!("{sentence}\n= help: {help}"), "{value}");
    }
}

#[test]
fn a_correction_changes_what_is_likely_and_no_more() {
    let meant = |value: &str| {
        let report = application(value).report(value).to_string();
        report.contains(&format!("did you mean `{APPLICATION}`?"))
    };
    assert!(meant("APO0000000000000000000000000000000"));
    assert!(meant("aP00000000000000000000000000000000"));
    assert!(meant("Ap0000000000000000000000000000000o"));
    assert!(meant("'AP00000000000000000000000000000000'"));
    // Digits stay as they are written, in upper or lower case.
    let value = "apaB0000000000000000000000000000OO";
    assert!(
        application(value)
            .report(value)
            .as_str()
            .contains("did you mean `APaB000000000000000000000000000000`?")
    );
    // The first two letters are no digits.
    let reservations = "lR00000000000000000000000000000000";
    assert!(!application(reservations).report(reservations).as_str().contains("did you mean"));
    let service = "Is00000000000000000000000000000000";
    let report = SidKind::Service.check(service).unwrap_err().report(service);
    assert!(report.as_str().contains("did you mean `IS00000000000000000000000000000000`?"), "{report}");
}

#[test]
fn a_redacted_error_holds_no_character_of_the_string() {
    for (value, says) in [
        ("", "this string is empty, but an account SID is needed"),
        ("hunter2", "an account SID starts with `AC`, this string does not"),
        ("q", "an account SID starts with `AC`, this string does not"),
        ("ACqrst", "character 3 of this account SID is not a hexadecimal digit"),
        (" AC00", "there is white space, a quote or an invisible character at the start of this account SID"),
        ("AC00\"", "there is white space, a quote or an invisible character at the end of this account SID"),
        ("AC00", "an account SID has 34 characters, this one has 4"),
        ("SK00000000000000000000000000000000", "this is an API key SID, not an account SID"),
        (
            "0123456789abcdef0123456789abcdef",
            "this looks like a secret, not an account SID (it is not shown here)",
        ),
    ] {
        let error = SidKind::Account.check(value).unwrap_err();
        assert_eq!(error.redacted().to_string(), says);
        assert_eq!(error.redacted().position(), error.position());
    }
    // Whatever is in the string, two strings with the same fault have the same error.
    for (one, two) in
        [("hunter2", "secret!"), ("ACqrst", "ACxyz1"), (" AC0", "'AC0"), ("ac00", "zz00"), ("q", "z")]
    {
        let [one, two] = [one, two].map(|value| SidKind::Account.check(value).unwrap_err().redacted());
        assert_eq!(
            format!("{:?}{:?}{one:#}", one.kind(), one.start),
            format!("{:?}{:?}{two:#}", two.kind(), two.start)
        );
    }
}

#[test]
fn a_mistyped_account_sid_is_not_a_secret_but_a_secret_after_it_is() {
    let kind = |s: &str| SidKind::Account.check(s).unwrap_err().kind();
    assert_eq!(kind("AC0123456789abcdef0123456789abcdO0"), SidErrorKind::NotHex('O'));
    assert_eq!(kind("AC0123456789abcdef0123456789abcd"), SidErrorKind::Length(32));
    assert_eq!(kind("AC0123456789abcdef0123456789abcdef00"), SidErrorKind::Length(36));
    for secret in [
        "AC0123456789abcdef0123456789abcdef:0123456789abcdef0123456789abcdef",
        "ac0123456789abcdef0123456789abcd",
        "0123456789abcdef0123456789abcdef",
    ] {
        assert_eq!(kind(secret), SidErrorKind::Secret, "{secret}");
    }
}
