//! The percent encoding `E` of a scope, applied once and twice.

use std::fmt::{self, Write};

use twilio_capability_rules::percent;

/// Appends `&key=`.
pub(super) fn push_key(out: &mut Vec<u8>, key: &str) {
    out.push(b'&');
    out.extend_from_slice(key.as_bytes());
    out.push(b'=');
}

/// Appends `E(bytes)`.
pub(super) fn push_once(out: &mut Vec<u8>, bytes: &[u8]) {
    push(out, bytes, percent::escape);
}

/// Appends `E(E(bytes))`.
pub(super) fn push_twice(out: &mut Vec<u8>, bytes: &[u8]) {
    push(out, bytes, percent::escape_twice);
}

/// Most names and values are plain bytes only.
fn push<const N: usize>(out: &mut Vec<u8>, bytes: &[u8], escape: fn(u8) -> [u8; N]) {
    if bytes.iter().all(|byte| percent::is_plain(*byte)) {
        out.extend_from_slice(bytes);
    } else {
        push_escaped(out, bytes, escape);
    }
}

/// Copies runs of plain bytes whole.
fn push_escaped<const N: usize>(out: &mut Vec<u8>, mut bytes: &[u8], escape: fn(u8) -> [u8; N]) {
    while let Some(at) = bytes.iter().position(|b| !percent::is_plain(*b)) {
        let (plain, rest) = bytes.split_at(at);
        out.extend_from_slice(plain);
        if let Some((byte, rest)) = rest.split_first() {
            out.extend_from_slice(&escape(*byte));
            bytes = rest;
        }
    }
    out.extend_from_slice(bytes);
}

/// Writes what is formatted as `E(E(bytes))`.
pub(super) struct Twice<'a>(pub(super) &'a mut Vec<u8>);

impl Write for Twice<'_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        push_twice(self.0, s.as_bytes());
        Ok(())
    }
}

/// Undoes [`push_twice`]. The two rounds of `E` are undone in one: an escaped byte is `%25` and two digits.
pub(super) fn decode_twice(encoded: &str) -> String {
    let mut parts = encoded.split("%25");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, plain) = part.split_at_checked(2).unwrap_or((part, ""));
        bytes.extend(u8::from_str_radix(digits, 16));
        bytes.extend_from_slice(plain.as_bytes());
    }
    // What was encoded was UTF-8.
    String::from_utf8(bytes).unwrap_or_default()
}
