//! Names for any user: each byte that is no ASCII letter or digit is written as `_` and two upper-case hexadecimal digits, as
//! Flex writes identities.

/// `s` in letters, digits and underscores.
pub(super) fn escape(s: &str) -> String {
    let mut escaped = String::with_capacity(s.len());
    for byte in s.bytes() {
        if byte.is_ascii_alphanumeric() {
            escaped.push(byte.into());
        } else {
            escaped.push('_');
            for digit in [byte >> 4, byte & 0xF] {
                escaped.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    escaped
}

/// The string that [`escape`] makes `s` of, if there is one. There is at most one.
pub(super) fn unescape(s: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(s.len());
    let mut rest = s.as_bytes();
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match (first, tail) {
            (b'_', [high, low, tail @ ..]) => {
                let byte = 16 * digit(*high)? + digit(*low)?;
                // `escape` leaves these as they are.
                if byte.is_ascii_alphanumeric() {
                    return None;
                }
                (byte, tail)
            }
            (plain, tail) if plain.is_ascii_alphanumeric() => (*plain, tail),
            _ => return None,
        };
        bytes.push(byte);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// The constructor and the reader of a type whose rule is letters, digits and underscores.
macro_rules! escaped {
    ($name:ident, $words:literal) => {
        impl $name {
            #[doc = concat!("A ", $words, " for any user name, for example an e-mail address.")]
            ///
            /// Each byte of the UTF-8 form that is no ASCII letter or digit becomes `_` and two hexadecimal digits, `_`
            /// itself too. Two user names never have the same result, and [`unescaped`](Self::unescaped) gives the user
            /// name back.
            ///
            /// # Errors
            ///
            /// The user name is empty, or the result is longer than 121 characters.
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::", stringify!($name), ";")]
            ///
            #[doc = concat!("let name = ", stringify!($name), "::escaped(\"zoë.müller@example.com\")?;")]
            /// assert_eq!(name, "zo_C3_AB_2Em_C3_BCller_40example_2Ecom");
            /// assert_eq!(name.unescaped().as_deref(), Some("zoë.müller@example.com"));
            /// # Ok::<(), twilio_capability::StringError>(())
            /// ```
            pub fn escaped(user: &str) -> Result<Self, StringError> {
                $crate::values::escape::escape(user).try_into()
            }

            /// The user name that [`escaped`](Self::escaped) makes this of; `None` if it makes this of no user name.
            ///
            /// ```
            /// # extern crate twilio_capability_core as twilio_capability;
            #[doc = concat!("use twilio_capability::", stringify!($name), ";")]
            ///
            #[doc = concat!("let unescaped = |name| ", stringify!($name), "::from_static(name).unescaped();")]
            /// assert_eq!(unescaped("john_40example_2Ecom").as_deref(), Some("john@example.com"));
            /// assert_eq!(unescaped("john"), Some("john".to_owned()));
            /// // Not hexadecimal digits, in lower case, a letter that needs no escape, and no UTF-8.
            /// assert_eq!(["john_smith", "a_2eb", "_41", "_C3"].map(unescaped), [const { None }; 4]);
            /// ```
            #[must_use]
            pub fn unescaped(&self) -> Option<String> {
                $crate::values::escape::unescape(self.as_str())
            }
        }
    };
}

pub(crate) use escaped;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn flex_writes_the_same() {
        assert_eq!(escape("user@example.com"), "user_40example_2Ecom");
        assert_eq!(escape("a_b"), "a_5Fb");
        assert_eq!(escape(""), "");
        assert_eq!(unescape(""), Some(String::new()));
    }

    #[test]
    fn every_character_comes_back() {
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let s = c.to_string();
            let escaped = escape(&s);
            assert!(escaped.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{escaped}");
            assert_eq!(unescape(&escaped).as_deref(), Some(s.as_str()));
        }
    }

    #[test]
    fn every_escape_of_one_byte_is_read_in_its_one_form() {
        for byte in 0..=u8::MAX {
            let is_escaped = byte.is_ascii() && !byte.is_ascii_alphanumeric();
            let expected = is_escaped.then(|| char::from(byte).to_string());
            assert_eq!(unescape(&format!("_{byte:02X}")), expected, "{byte}");
            let lower = format!("_{byte:02x}");
            if lower.bytes().any(|byte| byte.is_ascii_lowercase()) {
                assert_eq!(unescape(&lower), None, "{lower}");
            }
        }
    }

    #[test]
    fn what_is_not_escaped_is_of_nobody() {
        for s in
            ["_", "a_", "_4", "_4G", "__", "_é0", "a-b", "zoë", "_C3", "_C3_28", "_ED_A0_80", "_F4_90_80_80"]
        {
            assert_eq!(unescape(s), None, "{s}");
        }
    }

    proptest! {
        #[test]
        fn any_string_comes_back(s in any::<String>()) {
            prop_assert_eq!(unescape(&escape(&s)), Some(s));
        }

        #[test]
        fn two_names_are_never_of_one_user(s in "[A-Za-z0-9_]{0,12}|(_[0-9A-Fa-f]{2}|_C3_[89AB][0-9A-F]|[a-z]){0,6}") {
            if let Some(user) = unescape(&s) {
                prop_assert_eq!(escape(&user), s);
            }
        }

        #[test]
        fn two_users_never_have_one_name(a in "[a_\u{5F}é4/]{0,4}", b in "[a_\u{5F}é4/]{0,4}") {
            prop_assert_eq!(escape(&a) == escape(&b), a == b);
        }
    }
}
