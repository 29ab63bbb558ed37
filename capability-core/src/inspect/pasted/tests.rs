//! What people paste.

use super::*;

const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl";

fn found(text: &str) -> (Vec<&'static str>, Option<String>) {
    let Pasted { around, inside } = unwrap(text);
    (around.iter().map(|(rule, _)| rule.id()).collect(), inside)
}

#[test]
fn what_is_around_a_token_is_named_and_taken_away() {
    for (pattern, ids) in [
        ("§", &[][..]),
        ("\"§\"", &["quotes"]),
        ("'§'", &["quotes"]),
        ("`§`", &["quotes"]),
        ("“§”", &["quotes"]),
        ("„§“", &["quotes"]),
        ("«§»", &["quotes"]),
        ("\"§", &["quotes"]),
        ("§'", &["quotes"]),
        ("\\\"§\\\"", &["quotes"]),
        ("<§>", &["quotes"]),
        ("b'§'", &["bytes-literal"]),
        ("b\"§\"", &["bytes-literal"]),
        ("Bearer §", &["bearer"]),
        ("bearer  §", &["bearer"]),
        ("JWT §", &["bearer"]),
        ("\"Bearer §\"", &["quotes", "bearer"]),
        ("{\"token\": \"§\"}", &["json"]),
        ("{\"identity\":\"a\",\"data\":{\"jwt\":\"§\"}}", &["json"]),
        ("[\"§\"]", &["json"]),
        ("{\"token\":\"Bearer §\"}", &["json"]),
        ("{'token': '§'}", &["name-and-value", "quotes"]),
        ("token=§", &["name-and-value"]),
        ("token = \"§\";", &["name-and-value", "ending"]),
        ("const token = '§';", &["name-and-value", "ending"]),
        ("accessToken: \"§\",", &["name-and-value", "ending"]),
        ("TWILIO_TOKEN=§", &["name-and-value"]),
        ("https://example.com/call?token=§&x=1", &["name-and-value"]),
        ("?token=§", &["name-and-value"]),
        ("Authorization: Bearer §", &["header-line"]),
        ("authorization: §", &["header-line"]),
        ("X-Twilio-Token: §", &["header-line"]),
        ("\u{feff}§", &["invisible-characters"]),
        ("§\u{200b}", &["invisible-characters"]),
        ("§\0", &["invisible-characters"]),
        ("\u{1b}[31m§\u{1b}[0m", &["invisible-characters"]),
        ("\u{1b}[1;32m\"§\"\u{1b}[m", &["invisible-characters", "quotes"]),
        (" §\n", &["white-space-around"]),
        ("\u{a0}§", &["white-space-around"]),
        ("\u{feff} \"§\"\n", &["invisible-characters", "white-space-around", "quotes"]),
        ("bearer§", &["bearer"]),
        ("%22§%22", &["percent-encoded", "quotes"]),
        ("token%3D§", &["percent-encoded", "name-and-value"]),
        ("§\n§", &["other-text"]),
        ("Bearer \"§\"", &["quotes", "bearer"]),
        ("the token is § today", &["other-text"]),
        ("§ expires soon", &["other-text"]),
    ] {
        let (mut around, inside) = found(&pattern.replace('§', TOKEN));
        let inside = inside.unwrap_or_default();
        assert_eq!(inside, TOKEN, "{pattern} {around:?}");
        // What ends a statement may be taken away in several steps.
        if let [first, "ending"] = ids {
            around.truncate(1);
            assert_eq!(around, [*first], "{pattern}");
        } else if pattern.contains("{\"token\":\"Bearer") || pattern.contains("{'token'") {
            assert!(!around.is_empty());
        } else {
            assert_eq!(around, ids, "{pattern}");
        }
    }
}

#[test]
fn a_backslash_is_not_a_pair_of_quotes() {
    let sentence = |text: &str| unwrap(text).around.pop().map(|(_, sentence)| sentence).unwrap_or_default();
    assert_eq!(sentence("\\"), "there is nothing but backslashes");
    assert_eq!(sentence("\"\\\""), "there is nothing: a pair of quotes with no text inside");
    assert_eq!(sentence("\"\""), "there is nothing: a pair of quotes with no text inside");
}

#[test]
fn a_token_in_pieces_is_joined() {
    let (start, end) = TOKEN.split_at(12);
    for (text, at) in [
        (format!("{start}\n{end}"), "a line break inside the token, at byte 12"),
        (format!("{start}\r\n  {end}"), "a line break inside"),
        (format!("{start} {end}"), "a space inside the token, at byte 12"),
        (format!("{start}\\n{end}"), "a line break inside"),
    ] {
        let Pasted { around, inside } = unwrap(&text);
        assert_eq!(inside.as_deref(), Some(TOKEN), "{text}");
        let [(rule, sentence)] = &*around else { panic!("{text}") };
        assert_eq!(rule.id(), "wrapped-line");
        assert!(sentence.contains(at), "{sentence}");
    }
}

#[test]
fn what_is_no_token_is_named() {
    for (text, id) in [
        ("", "nothing"),
        ("\"\"", "nothing"),
        ("undefined", "no-value"),
        ("Bearer", "no-value"),
        ("YOUR_TOKEN", "no-value"),
        ("<token>", "no-value"),
        ("{{access_token}}", "no-value"),
        ("\"undefined\"", "no-value"),
        ("null", "no-value"),
        ("None", "no-value"),
        ("[object Object]", "no-value"),
        ("Promise { <pending> }", "no-value"),
        ("<?xml version=\"1.0\"?><Response><Say>Hi</Say></Response>", "xml"),
        ("<Response/>", "xml"),
        ("<!DOCTYPE html><html></html>", "html"),
        ("<html lang=\"en\">", "html"),
        ("{\"error\":\"Unauthorized\"}", "json"),
        ("{\"error\": Unauthorized}", "json"),
        ("[]", "json"),
        ("AC0123456789abcdef0123456789abcdef", "sid-or-secret"),
        ("0123456789abcdef0123456789abcdef", "sid-or-secret"),
    ] {
        let (around, inside) = found(text);
        assert_eq!((around.last(), inside), (Some(&id), None), "{text}");
    }
}

#[test]
fn padding_and_plain_base64_are_named() {
    assert_eq!(found("eyJhIjox.YQ==.YQ="), (vec!["padding"], Some("eyJhIjox.YQ.YQ".to_owned())));
    assert_eq!(found("eyJhIjox.Y+Q.Y/Q"), (vec!["plain-base64"], Some("eyJhIjox.Y-Q.Y_Q".to_owned())));
    assert_eq!(found("eyJhIjox.Y+==.YQ").0, ["padding", "plain-base64"]);
    assert_eq!(found("a=b.c.d").0, Vec::<&str>::new());
}

#[test]
fn five_parts_and_a_header_with_enc_are_an_encrypted_token() {
    // {"alg":"dir","enc":"A256GCM"}
    let header = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0";
    assert!(is_encrypted(&format!("{header}..a.b.c")));
    assert!(!is_encrypted(&format!("{header}..a.b")));
    // {"alg":"HS256"}
    assert!(!is_encrypted("eyJhbGciOiJIUzI1NiJ9..a.b.c"));
    assert!(!is_encrypted("...."));
}
