//! Writes JSON member by member, directly into the bytes that are signed.

use serde_json::Value;

/// An object that is being written.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    out: &'a mut Vec<u8>,
    is_empty: bool,
}

/// Appends an object with the members that `write` adds.
pub(crate) fn object(out: &mut Vec<u8>, write: impl FnOnce(&mut Object<'_>)) {
    start_of_object(out, write);
    out.push(b'}');
}

/// Appends an object with the members that `write` adds, without its closing brace.
pub(crate) fn start_of_object(out: &mut Vec<u8>, write: impl FnOnce(&mut Object<'_>)) {
    out.push(b'{');
    write(&mut Object { out, is_empty: true });
}

/// Appends the members that `write` adds, and the closing brace, to an object that already has members.
pub(crate) fn rest_of_object(out: &mut Vec<u8>, write: impl FnOnce(&mut Object<'_>)) {
    write(&mut Object { out, is_empty: false });
    out.push(b'}');
}

/// Appends a string, escaped as JSON requires.
pub(crate) fn string(out: &mut Vec<u8>, text: &str) {
    if text.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\')) {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(Value::from(text).to_string().as_bytes());
    }
}

/// Appends a value, which is not nested deeply. The members of objects are sorted by name, because a feature of `serde_json`
/// changes their order.
pub(crate) fn value(out: &mut Vec<u8>, json: &Value) {
    match json {
        Value::String(text) => string(out, text),
        Value::Array(values) => {
            out.push(b'[');
            for (n, inner) in values.iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                value(out, inner);
            }
            out.push(b']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            object(out, |object| members.into_iter().for_each(|(name, value)| object.value(name, value)));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {
            out.extend_from_slice(json.to_string().as_bytes());
        }
    }
}

impl Object<'_> {
    /// Writes a member that is a string.
    pub(crate) fn string(&mut self, name: &str, value: &str) {
        self.name(name);
        string(self.out, value);
    }

    /// Writes a member that is a string without characters to escape, such as a SID.
    pub(crate) fn plain_string(&mut self, name: &str, value: &[u8]) {
        self.name(name);
        self.out.push(b'"');
        self.out.extend_from_slice(value);
        self.out.push(b'"');
    }

    /// Writes a member that is a string, if there is one.
    pub(crate) fn optional_string(&mut self, name: &str, value: Option<&impl AsRef<str>>) {
        if let Some(value) = value {
            self.string(name, value.as_ref());
        }
    }

    /// Writes a member whose value is already JSON.
    pub(crate) fn json(&mut self, name: &str, value: &[u8]) {
        self.name(name);
        self.out.extend_from_slice(value);
    }

    pub(crate) fn object(&mut self, name: &str, write: impl FnOnce(&mut Object<'_>)) {
        self.name(name);
        object(self.out, write);
    }

    /// Writes a member whose name comes from the user, and escapes it.
    pub(crate) fn value(&mut self, name: &str, value: &Value) {
        self.comma();
        string(self.out, name);
        self.out.push(b':');
        self::value(self.out, value);
    }

    /// Writes a name of this library, which has no characters to escape.
    fn name(&mut self, name: &str) {
        self.comma();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    fn comma(&mut self) {
        if !self.is_empty {
            self.out.push(b',');
        }
        self.is_empty = false;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_character_is_read_back_unchanged() {
        let all: String = (0..=0x0010_FFFF).filter_map(char::from_u32).collect();
        let mut out = Vec::new();
        object(&mut out, |object| {
            object.string("all", &all);
            object.value(&all, &json!(all));
            for (n, c) in
                ["", "\"", "\\", "\0", "\u{1F}", "\u{7F}", "\u{2028}", "</script>"].iter().enumerate()
            {
                object.string(&n.to_string(), c);
            }
        });
        let read: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(read["all"], all);
        assert_eq!(read[&all], all);
        assert_eq!((&read["1"], &read["3"], &read["7"]), (&json!("\""), &json!("\0"), &json!("</script>")));
    }

    #[test]
    fn members_are_separated() {
        let mut out = Vec::new();
        object(&mut out, |outer| {
            outer.object("a", |_| {});
            outer.object("b", |inner| inner.json("c", b"18446744073709551615"));
            outer.plain_string("d", b"x-y");
            outer.json("e", b"[1]");
        });
        assert_eq!(
            str::from_utf8(&out).unwrap(),
            r#"{"a":{},"b":{"c":18446744073709551615},"d":"x-y","e":[1]}"#
        );
    }
}
