use super::*;
use crate::webhook::signed_form::signed_form;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn verifier(url: &str) -> WebhookVerifier {
    WebhookVerifier::new("not_a_real_auth_token".parse().unwrap(), url.parse().unwrap())
}

/// Base64 of the HMAC-SHA1 with the key of [`verifier`].
fn sign(url: &str, form: &[(&str, &str)]) -> String {
    use base64::Engine;
    use hmac::{Hmac, KeyInit, Mac};
    let mut hmac = Hmac::<sha1::Sha1>::new_from_slice(b"not_a_real_auth_token").unwrap();
    hmac.update(url.as_bytes());
    for (name, value) in form {
        hmac.update(name.as_bytes());
        hmac.update(value.as_bytes());
    }
    base64::engine::general_purpose::STANDARD.encode(hmac.finalize().into_bytes())
}

fn kind(verifier: &WebhookVerifier, request: WebhookRequest<'_>) -> Result<(), WebhookErrorKind> {
    verifier.verify(request).map(drop).map_err(|error| error.kind())
}

#[test]
fn the_error_of_a_public_url_from_the_environment_shows_no_password() {
    use crate::keys::{EnvValue, Fault};
    use zeroize::Zeroizing;

    let read = |url: &str| PublicUrl::from_value(Zeroizing::new(url.to_owned()));
    assert!(read("https://user:hunter2@example.com").is_ok());
    for url in ["user:hunter2@example.com", "https://user:hun/ter2@example.com", "https://user:hunter2"] {
        let Err(Fault::Invalid { source, help }) = read(url) else { panic!("{url}") };
        let shown = format!("{source} {source:?} {help}");
        assert!(!shown.contains("ter2") && help.starts_with("write the address"), "{shown}");
    }
}

#[test]
fn names_are_sorted_by_bytes_and_equal_pairs_count_once() {
    let form = [("b", "1"), ("A", "2"), ("a", "3"), ("a", "1"), ("a", "3"), ("_", "")];
    assert_eq!(signed_form(&form.into_iter().collect()), "A2_a1a3b1");
}

#[test]
fn the_port_and_the_user_info_may_be_in_the_signed_url_or_not() {
    for (public, signed, is_valid) in [
        ("https://example.com", "https://example.com/voice", true),
        ("https://example.com", "https://example.com:443/voice", true),
        ("https://example.com:443", "https://example.com/voice", true),
        ("https://example.com:443", "https://example.com:443/voice", true),
        ("https://example.com", "https://example.com:80/voice", false),
        ("http://example.com", "http://example.com:80/voice", true),
        ("ws://example.com:80", "ws://example.com/voice", true),
        ("wss://example.com", "wss://example.com:443/voice", true),
        ("https://example.com:8443", "https://example.com:8443/voice", true),
        ("https://example.com:8443", "https://example.com/voice", true),
        ("https://example.com", "https://example.com:8443/voice", false),
        ("https://example.com:8443", "https://example.com:8444/voice", false),
        ("https://example.com:80", "https://example.com:443/voice", false),
        ("http://example.com:8080/phone", "http://example.com/phone/voice", true),
        ("https://[2001:db8::8443]:8443", "https://[2001:db8::8443]/voice", true),
        ("https://user:pass@example.com", "https://example.com/voice", true),
        ("https://user:pass@example.com", "https://example.com:443/voice", true),
        ("https://user:pass@example.com:8443/phone", "https://example.com:8443/phone/voice", true),
        ("https://user:pass@example.com:8443/phone", "https://example.com/phone/voice", true),
        ("https://user:pass@example.com:8443/phone", "https://user:pass@example.com/phone/voice", true),
        ("https://user@[::1]:8443", "https://[::1]/voice", true),
        ("https://user:pass@example.com", "https://user@example.com/voice", false),
        ("https://user:pass@example.com", "https://pass@example.com/voice", false),
        ("https://example.com", "https://user:pass@example.com/voice", false),
        ("https://user:8443@example.com", "https://user:8443@example.com:443/voice", true),
        ("https://example.com:8443", "https://example.com:443/voice", false),
        ("https://user:p@ss:443@example.com", "https://user:p@ss:443@example.com:443/voice", true),
        ("https://user:pass@example.com:443/", "https://user:pass@example.com/voice", true),
        ("https://[2001:db8::443]", "https://[2001:db8::443]/voice", true),
        ("https://[2001:db8::443]", "https://[2001:db8::443]:443/voice", true),
        ("https://[2001:db8::443]:443", "https://[2001:db8::443]/voice", true),
        ("HTTPS://Example.com", "HTTPS://Example.com:443/voice", true),
        ("https://example.com/phone/", "https://example.com/phone/voice", true),
        ("https://example.com/phone", "https://example.com:443/phone/voice", true),
        ("http://example.com", "https://example.com/voice", false),
    ] {
        let signature = sign(signed, &[]);
        let headers = [("X-Twilio-Signature", &signature)];
        let found = kind(&verifier(public), WebhookRequest::new("POST", "/voice", headers, b""));
        assert_eq!(found.is_ok(), is_valid, "{public} {signed}");
    }
}

#[test]
fn the_url_that_was_given_is_tried_first() {
    let candidates = |url: &str| -> Vec<String> {
        let url: PublicUrl = url.parse().unwrap();
        url.signed_texts("/voice", "").map(|text| text.to_string()).collect()
    };
    assert_eq!(candidates("https://a.test"), ["https://a.test/voice", "https://a.test:443/voice"]);
    assert_eq!(candidates("ws://a.test:80/x/"), ["ws://a.test:80/x/voice", "ws://a.test/x/voice"]);
    assert_eq!(
        candidates("https://u:p@a.test:8443"),
        [
            "https://u:p@a.test:8443/voice",
            "https://u:p@a.test/voice",
            "https://a.test:8443/voice",
            "https://a.test/voice",
        ]
    );
}

#[test]
fn a_public_url_is_checked() {
    for (url, kind) in [
        ("", PublicUrlErrorKind::Scheme),
        ("example.com", PublicUrlErrorKind::Scheme),
        ("ftp://example.com", PublicUrlErrorKind::Scheme),
        ("https:/example.com", PublicUrlErrorKind::Scheme),
        ("https://", PublicUrlErrorKind::Host),
        ("https:///voice", PublicUrlErrorKind::Host),
        ("https://user:pass@", PublicUrlErrorKind::Host),
        ("https://:443", PublicUrlErrorKind::Host),
        ("https://[::1", PublicUrlErrorKind::Host),
        ("https://::1]", PublicUrlErrorKind::Host),
        ("https://[]", PublicUrlErrorKind::Host),
        ("https://[::1]x", PublicUrlErrorKind::Host),
        ("https://example.com:", PublicUrlErrorKind::Port),
        ("https://example.com:0", PublicUrlErrorKind::Port),
        ("https://example.com:65536", PublicUrlErrorKind::Port),
        ("https://example.com:+80", PublicUrlErrorKind::Port),
        ("https://example.com:80:80", PublicUrlErrorKind::Port),
        ("https://user:12/secretpw@example.com", PublicUrlErrorKind::Host),
        ("https://user:p@ss/w@example.com", PublicUrlErrorKind::Host),
        ("https://example.com?x=1", PublicUrlErrorKind::Query),
        ("https://example.com/#x", PublicUrlErrorKind::Query),
        ("https://example.com ", PublicUrlErrorKind::Character),
        ("https://exa\nmple.com", PublicUrlErrorKind::Character),
        ("https://example.com\u{200b}", PublicUrlErrorKind::Character),
        ("\u{feff}https://example.com", PublicUrlErrorKind::Character),
        ("https://example\u{ad}.com", PublicUrlErrorKind::Character),
        ("https://\u{202e}example.com", PublicUrlErrorKind::Character),
        ("https://us\u{2060}er@example.com", PublicUrlErrorKind::Character),
        ("https://example.com/pho\u{200d}ne", PublicUrlErrorKind::Character),
        ("https://bücher.example", PublicUrlErrorKind::NonAsciiHost),
        // The first letter is Cyrillic.
        ("https://еxample.com:443/voice", PublicUrlErrorKind::NonAsciiHost),
        ("https://[::١]", PublicUrlErrorKind::NonAsciiHost),
        ("https://<a>", PublicUrlErrorKind::Host),
        ("https://\"a\"", PublicUrlErrorKind::Host),
        ("https://exam%70le.com", PublicUrlErrorKind::Host),
        ("https://example.com\\voice", PublicUrlErrorKind::Host),
        ("https://[[a]]", PublicUrlErrorKind::Host),
        ("https://[example.com]", PublicUrlErrorKind::Host),
        ("https://[1.2.3.4]", PublicUrlErrorKind::Host),
        ("https://.", PublicUrlErrorKind::Host),
        ("https://.example.com", PublicUrlErrorKind::Host),
        ("https://example..com", PublicUrlErrorKind::Host),
    ] {
        let error = url.parse::<PublicUrl>().unwrap_err();
        assert_eq!(error.kind(), kind, "{url}");
        assert_eq!(error.help().contains("xn--"), kind == PublicUrlErrorKind::NonAsciiHost, "{url}");
    }
    for url in [
        "https://example.com.",
        "https://my_server-1.example:8443/phone",
        "https://xn--bcher-kva.example",
        "http://localhost",
        "https://192.0.2.1:443",
        "https://[2001:DB8::1]:443",
        "https://[2001:DB8::]",
        "https://[2001:DB8::]:443",
        "https://[::ffff:192.0.2.1]",
    ] {
        assert!(url.parse::<PublicUrl>().is_ok(), "{url}");
    }
}

#[test]
fn no_error_and_no_debug_shows_a_secret() {
    let verifier = verifier("https://user:hunter2@example.com:8443");
    let headers = [("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")];
    let request = WebhookRequest::new("GET", "/voice?pin=1234", headers, b"");
    let error = verifier.verify(request.clone()).unwrap_err();
    assert_eq!(
        error.help(),
        "the URL that was verified is https://[redacted]@example.com:8443/voice?…; Twilio signs the public one. If it is \
         the same, check the auth token and that the body was not changed"
    );
    let shown = format!("{error:?} {error} {verifier:?} {request:?}");
    for secret in ["hunter2", "1234", "AAAA", "auth_token\""] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_signer_refuses_what_twilio_does_not_send_and_shows_no_secret() {
    let signer = WebhookSigner::new(
        "not_a_real_auth_token".parse().unwrap(),
        "https://user:hunter2@example.com".parse().unwrap(),
    );
    let json = ("Content-Type", "application/json");
    for (method, target, content_type, body, kind) in [
        ("PUT", "/voice", FORM, &b""[..], WebhookErrorKind::Method),
        ("POST", "voice", FORM, b"", WebhookErrorKind::Target),
        ("GET", "/voice", FORM, b"a=1", WebhookErrorKind::UnexpectedBody),
        ("POST", "/voice", FORM, b"a=%FF", WebhookErrorKind::NotUtf8),
        ("POST", "/voice", json, b"{}", WebhookErrorKind::MissingBodyHash),
        ("POST", "/voice?bodySHA256=00", json, b"{}", WebhookErrorKind::BodyHash),
    ] {
        let error = signer.sign(WebhookRequest::new(method, target, [content_type], body)).unwrap_err();
        assert_eq!(error.kind(), kind, "{method} {target}");
    }
    let signature = |headers: &[(&str, &str)]| {
        signer.sign(WebhookRequest::new("POST", "/voice", headers.iter().copied(), b"a=1")).unwrap()
    };
    let other = ("X-Twilio-Signature", "of another request");
    assert_eq!(signature(&[FORM, other, other]), signature(&[FORM]));
    assert!(!format!("{signer:?}").contains("hunter2"), "{signer:?}");
}

#[test]
fn a_path_cannot_write_into_a_log() {
    let headers = [("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")];
    let verifier = verifier("https://example.com");
    let error = verifier.verify(WebhookRequest::new("GET", "/\u{202e}x/é", headers, b"")).unwrap_err();
    assert!(error.help().contains("https://example.com/\\u{202e}x/\\u{e9};"), "{}", error.help());
    for target in ["/\u{9b}31m", "/\u{2028}", "/\u{a0}", "/\x1b[31m"] {
        assert_eq!(
            kind(&verifier, WebhookRequest::new("GET", target, headers, b"")),
            Err(WebhookErrorKind::Target)
        );
    }
    let long = format!("/{}", "a".repeat(64 * 1024));
    assert_eq!(
        kind(&verifier, WebhookRequest::new("GET", &long, headers, b"")),
        Err(WebhookErrorKind::Target)
    );
    assert_eq!(
        kind(&verifier, WebhookRequest::new("GET", &long[..64 * 1024], headers, b"")),
        Err(WebhookErrorKind::Signature)
    );
}

#[test]
fn a_body_has_at_most_64_kib_and_any_character() {
    let verifier = verifier("https://example.com");
    let signed = |params: &[(&str, &str)], body: &[u8]| {
        let signature = sign("https://example.com/voice", params);
        let headers = [("X-Twilio-Signature", signature.as_str()), FORM];
        kind(&verifier, WebhookRequest::new("POST", "/voice", headers, body))
    };
    let value = "v".repeat(64 * 1024 - 2);
    assert_eq!(signed(&[("a", &value)], format!("a={value}").as_bytes()), Ok(()));
    assert_eq!(
        signed(&[("a", &value)], format!("a={value}v").as_bytes()),
        Err(WebhookErrorKind::BodyTooLarge)
    );
    // A character that decoders write in place of what is not UTF-8.
    assert_eq!(signed(&[("a", "\u{fffd}")], b"a=%EF%BF%BD"), Ok(()));
    assert_eq!(signed(&[("a", "\u{fffd}")], b"a=%EF%BF"), Err(WebhookErrorKind::NotUtf8));
}

#[test]
fn a_request_without_a_key_writes_little_into_a_log() {
    let verifier = verifier("https://example.com");
    let help = |target: &str| {
        let headers = [("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")];
        let request = WebhookRequest::new("GET", target, headers, b"");
        let shown = format!("{request:?}");
        assert!(shown.len() < 2500, "{shown}");
        verifier.verify(request).unwrap_err().help().to_owned()
    };
    let shown = |path: &str| format!("the URL that was verified is https://example.com{path}; Twilio");
    let whole = format!("/{}", "a".repeat(199));
    assert!(help(&whole).starts_with(&shown(&whole)));
    assert!(help(&format!("{whole}?{whole}")).starts_with(&shown(&format!("{whole}?…"))));
    for rest in ["b", &"b".repeat(64_000)] {
        assert!(help(&format!("{whole}{rest}")).starts_with(&shown(&format!("{whole}…"))));
        assert!(help(&format!("{whole}{rest}?x")).starts_with(&shown(&format!("{whole}…?…"))));
    }
    assert!(help(&format!("/{}", "é".repeat(32_000))).len() < 2500);
    // What is no target is not shown, and neither is the whole method.
    let long = "x".repeat(1 << 20);
    let request = WebhookRequest::new(&long, &long, [FORM], b"");
    let error = verifier.verify(request.clone()).unwrap_err();
    assert!(format!("{request:?} {error:?}").len() < 1000);
}

#[test]
fn twilio_sends_get_and_post() {
    let url = "https://example.com/voice";
    let signature = sign(url, &[]);
    for (method, is_sent) in
        [("GET", true), ("post", true), ("HEAD", true), ("DELETE", false), ("PUT", false), ("", false)]
    {
        let headers = [("X-Twilio-Signature", signature.as_str())];
        let found =
            kind(&verifier("https://example.com"), WebhookRequest::new(method, "/voice", headers, b""));
        assert_eq!(found, if is_sent { Ok(()) } else { Err(WebhookErrorKind::Method) }, "{method}");
    }
}

#[test]
fn each_fault_of_a_request_has_its_kind() {
    use WebhookErrorKind as Kind;
    let url = "https://example.com/voice";
    let verifier = verifier("https://example.com");
    let signature = sign(url, &[("a", "1")]);
    let with = |signature: &str| {
        [FORM, ("X-Twilio-Signature", signature)].map(|(name, value)| (name, value.to_owned()))
    };
    let post = |headers: &[(&str, String)], body: &[u8]| {
        kind(
            &verifier,
            WebhookRequest::new("POST", "/voice", headers.iter().map(|(n, v)| (*n, v.as_str())), body),
        )
    };
    let good = with(&signature);
    assert_eq!(post(&good, b"a=1"), Ok(()));
    assert_eq!(post(&good, b"a=1&a=1"), Ok(()));
    assert_eq!(post(&good, b"a=2"), Err(Kind::Signature));
    assert_eq!(post(&good, b"a=1&b=2"), Err(Kind::Signature));
    assert_eq!(post(&good, b"a=1%20"), Err(Kind::Signature));
    assert_eq!(post(&good, b"a=%FF"), Err(Kind::NotUtf8));
    assert_eq!(post(&good, b"a=\xFF"), Err(Kind::NotUtf8));
    assert_eq!(post(&good[..1], b"a=1"), Err(Kind::MissingSignature));
    assert_eq!(post(&[good.as_slice(), &good[1..]].concat(), b"a=1"), Err(Kind::RepeatedHeader));
    assert_eq!(post(&[&good[..1], good.as_slice()].concat(), b"a=1"), Err(Kind::RepeatedHeader));
    for malformed in [
        "",
        "!",
        &signature[..27],
        &format!("{signature}="),
        "AAAA",
        &"A".repeat(44),
        "Kr8-h1b8YN6tg9i_FWyqKpMiJvQ=",
    ] {
        assert_eq!(post(&with(malformed), b"a=1"), Err(Kind::MalformedSignature), "{malformed}");
    }
    assert_eq!(post(&good[1..], b"a=1"), Err(Kind::MissingBodyHash));
    let json = [("content-type", "application/json".to_owned()), good[1].clone()];
    assert_eq!(post(&json, b"{}"), Err(Kind::MissingBodyHash));
    let large = vec![b'a'; WebhookVerifier::DEFAULT_MAX_BODY + 1];
    assert_eq!(post(&good, &large), Err(Kind::BodyTooLarge));
    assert_eq!(post(&good, &large[1..]), Err(Kind::Signature));

    for target in ["", "voice", "https://example.com/voice", "/voice#x", "/vo ice", "/vo\tice", "*"] {
        let headers = good.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(
            kind(&verifier, WebhookRequest::new("POST", target, headers, b"a=1")),
            Err(Kind::Target),
            "{target}"
        );
    }
}

#[test]
fn a_get_takes_its_parameters_from_the_query_and_has_no_body() {
    let verifier = verifier("https://example.com");
    let target = "/voice?user_id=42&note=a+b%26c&it's=1";
    let signature = sign(&format!("https://example.com{target}"), &[]);
    let headers = [("X-Twilio-Signature", signature.as_str()), FORM];
    let webhook = verifier.verify(WebhookRequest::new("GET", target, headers, b"")).unwrap();
    assert!(webhook.params().iter().eq([("user_id", "42"), ("note", "a b&c"), ("it's", "1")]));
    assert_eq!(
        kind(&verifier, WebhookRequest::new("GET", target, headers, b"x=1")),
        Err(WebhookErrorKind::UnexpectedBody)
    );
    // The same bytes as a form are another request.
    let form = sign("https://example.com/voice", &[("user_id", "42")]);
    let headers = [("X-Twilio-Signature", form.as_str()), FORM];
    assert_eq!(
        kind(&verifier, WebhookRequest::new("GET", "/voice?user_id=42", headers, b"")),
        Err(WebhookErrorKind::Signature)
    );
    // A form has its parameters in the body, and those of the query are not mixed in.
    let both = sign("https://example.com/voice?user_id=7", &[("user_id", "42")]);
    let headers = [("X-Twilio-Signature", both.as_str()), FORM];
    let webhook =
        verifier.verify(WebhookRequest::new("POST", "/voice?user_id=7", headers, b"user_id=42")).unwrap();
    assert!(webhook.params().iter().eq([("user_id", "42")]));
}

/// Twilio puts nothing between the parts that it signs. SECURITY.md says what follows from that.
#[test]
fn a_signature_does_not_say_where_the_url_ends() {
    let verifier = verifier("https://example.com");
    let signature = sign("https://example.com/voice/status?order=7", &[("CallSid", "CA1"), ("To", "")]);
    let headers = [("X-Twilio-Signature", signature.as_str()), FORM];
    for (target, form) in [
        ("/voice/status?order=7", "CallSid=CA1&To="),
        ("/voice", "CallSid=CA1&To=&%2Fstatus%3Forder%3D7="),
        ("/voice/status?order=7CallSidCA1", "To="),
    ] {
        assert_eq!(kind(&verifier, WebhookRequest::new("POST", target, headers, form.as_bytes())), Ok(()));
    }
    for target in ["/voice", "/voice/status", "/voice/status?order=8"] {
        let request = WebhookRequest::new("POST", target, headers, b"CallSid=CA1&To=");
        assert_eq!(kind(&verifier, request), Err(WebhookErrorKind::Signature));
    }
}

#[test]
fn a_body_has_the_hash_of_the_url() {
    let verifier = verifier("https://example.com");
    let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    let check = |target: &str, headers: &[(&str, &str)], body: &[u8]| {
        let signature = sign(&format!("https://example.com{target}"), &[]);
        let headers = headers.iter().copied().chain([("X-Twilio-Signature", signature.as_str())]);
        kind(&verifier, WebhookRequest::new("POST", target, headers, body))
    };
    let json = [("Content-Type", "application/json; charset=utf-8")];
    let target = format!("/voice?bodySHA256={hash}");
    assert_eq!(check(&target, &json, b"{}"), Ok(()));
    assert_eq!(check(&format!("/voice?x=1&bodySHA256={}", hash.to_uppercase()), &json, b"{}"), Ok(()));
    assert_eq!(check(&target, &[], b"{}"), Ok(()));
    assert_eq!(check(&target, &json, b"{} "), Err(WebhookErrorKind::BodyHash));
    assert_eq!(check(&target, &json, b""), Err(WebhookErrorKind::BodyHash));
    // Nobody can pass an empty form off as the request whose hash is in the URL.
    assert_eq!(check(&target, &[FORM], b""), Err(WebhookErrorKind::BodyHash));
    assert_eq!(check("/voice?bodySHA256=", &json, b"{}"), Err(WebhookErrorKind::BodyHash));
    assert_eq!(check(&format!("{target}&bodySHA256=00"), &json, b"{}"), Err(WebhookErrorKind::BodyHash));
}

#[test]
fn the_settings_header_decides_which_key_is_tried() {
    use WebhookErrorKind as Kind;
    let signature = {
        use base64::Engine;
        let mac = crate::keys::Hs256::new(b"not_a_real_shared_key").mac(b"https://example.com/voice");
        base64::engine::general_purpose::STANDARD.encode(mac)
    };
    let check = |verifier: &WebhookVerifier, settings: &[&str]| {
        let settings = settings.iter().map(|value| ("X-Twilio-Webhooks-Signature-Settings", *value));
        let headers = settings.chain([("X-Twilio-Signature", signature.as_str())]);
        kind(verifier, WebhookRequest::new("POST", "/voice", headers, b""))
    };
    let key = || "not_a_real_shared_key".parse().unwrap();
    let other = || "another_shared_key".parse().unwrap();
    let good = ["key=webhooks_sharedkey_0,algorithm=HMAC_SHA256"];
    let tokens = verifier("https://example.com");
    let shared = tokens.clone().shared_key(key());
    assert_eq!(check(&shared, &good), Ok(()));
    assert_eq!(
        check(&WebhookVerifier::from_shared_key(key(), "https://example.com".parse().unwrap()), &good),
        Ok(())
    );
    assert_eq!(check(&tokens.clone().shared_key_with_id("webhooks_sharedkey_0", key()), &good), Ok(()));
    assert_eq!(check(&tokens.clone().shared_key(other()).shared_key(key()), &good), Ok(()));
    assert_eq!(check(&tokens, &good), Err(Kind::NoSharedKey));
    assert_eq!(check(&tokens.clone().shared_key(other()), &good), Err(Kind::Signature));
    assert_eq!(
        check(&tokens.clone().shared_key_with_id("webhooks_sharedkey_1", key()), &good),
        Err(Kind::UnknownKey)
    );
    assert_eq!(check(&shared, &[good[0], good[0]]), Err(Kind::RepeatedHeader));
    assert_eq!(
        check(&shared, &["key=webhooks_sharedkey_0,algorithm=HMAC_SHA1"]),
        Err(Kind::UnknownAlgorithm)
    );
    for malformed in [
        "",
        "key=x",
        "algorithm=HMAC_SHA256",
        "key=,algorithm=HMAC_SHA256",
        "key=a,key=b,algorithm=HMAC_SHA256",
        "a=b,key=x,algorithm=HMAC_SHA256",
        "x",
    ] {
        assert_eq!(check(&shared, &[malformed]), Err(Kind::Settings), "{malformed}");
    }
    // Without the header, only an auth token can have signed.
    assert_eq!(check(&shared, &[]), Err(Kind::MalformedSignature));
    assert_eq!(check(&shared.clone().require_shared_key(), &[]), Err(Kind::SharedKeyRequired));
    let from_auth_token = sign("https://example.com/voice", &[]);
    let headers = [("X-Twilio-Signature", from_auth_token.as_str())];
    let request = WebhookRequest::new("POST", "/voice", headers, b"");
    assert_eq!(kind(&shared, request.clone()), Ok(()));
    // The order of the calls does not matter, and nothing takes the requirement back.
    let auth_token = || "not_a_real_auth_token".parse().unwrap();
    let url = || "https://example.com".parse().unwrap();
    for requires in [
        shared.clone().require_shared_key(),
        shared.clone().require_shared_key().or_auth_token(auth_token()),
        tokens.clone().require_shared_key().or_auth_token(auth_token()).shared_key(key()),
        WebhookVerifier::from_shared_key(key(), url()).require_shared_key().or_auth_token(auth_token()),
        WebhookVerifier::from_shared_key(key(), url()).or_auth_token(auth_token()).require_shared_key(),
    ] {
        assert_eq!(kind(&requires, request.clone()), Err(Kind::SharedKeyRequired));
        assert_eq!(check(&requires, &good), Ok(()));
    }
    let either = WebhookVerifier::from_shared_key(key(), url()).or_auth_token(auth_token());
    assert_eq!((kind(&either, request.clone()), check(&either, &good)), (Ok(()), Ok(())));
    assert_eq!(kind(&tokens, request.clone()), Ok(()));
    let rotating =
        WebhookVerifier::new("the_next_auth_token".parse().unwrap(), "https://example.com".parse().unwrap());
    assert_eq!(kind(&rotating, request.clone()), Err(Kind::Signature));
    assert_eq!(kind(&rotating.or_auth_token("not_a_real_auth_token".parse().unwrap()), request), Ok(()));
}

#[test]
fn a_key_that_can_be_guessed_verifies_nothing() {
    use WebhookErrorKind as Kind;
    let url = || "https://example.com".parse().unwrap();
    let signature = sign("https://example.com/voice", &[]);
    let headers = [("X-Twilio-Signature", signature.as_str())];
    let check =
        |verifier: WebhookVerifier| kind(&verifier, WebhookRequest::new("POST", "/voice", headers, b""));
    let long = "not_a_real_auth_token";
    for short in [
        "1",
        "test",
        "[AuthToken]",
        "your-auth-token",
        "AUTHTOKEN",
        &long[..15],
        "ééééééé",
        "ключключ",
        "ééééééééééééééé",
    ] {
        let (auth_token, key) = (|| short.parse().unwrap(), || short.parse().unwrap());
        for verifier in [
            WebhookVerifier::new(auth_token(), url()),
            WebhookVerifier::new(long.parse().unwrap(), url()).or_auth_token(auth_token()),
            WebhookVerifier::new(auth_token(), url()).or_auth_token(long.parse().unwrap()),
            WebhookVerifier::from_shared_key(key(), url()),
            WebhookVerifier::new(long.parse().unwrap(), url()).shared_key(key()),
            WebhookVerifier::new(long.parse().unwrap(), url()).shared_key_with_id("x", key()),
        ] {
            assert_eq!(check(verifier), Err(Kind::KeyTooShort), "{short}");
        }
    }
    assert_eq!(check(verifier("https://example.com")), Ok(()));
    assert_eq!(check(WebhookVerifier::new(long[..16].parse().unwrap(), url())), Err(Kind::Signature));
}

#[cfg(feature = "http")]
#[test]
fn the_types_of_the_crate_http_are_requests() {
    let verifier = verifier("https://example.com");
    let target = "/voice?q=it's+ok%20";
    let signature = sign(&format!("https://example.com{target}"), &[("From", "client:john")]);
    let request = http::Request::post(format!("http://internal.test:8080{target}"))
        .header("x-twilio-signature", signature)
        .header("content-type", "Application/X-WWW-Form-Urlencoded; charset=utf-8")
        .body("From=client%3Ajohn")
        .unwrap();
    assert_eq!(verifier.verify(&request).unwrap().params().get("From"), Some("client:john"));
    let (parts, body) = request.into_parts();
    assert!(verifier.verify((&parts, body)).is_ok());
}
