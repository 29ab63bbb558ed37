use std::collections::HashSet;
use std::fmt::{self, Display, Write};
use std::ops::Range;

use twilio_capability_rules::percent;

use super::findings::REPEATED;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::scope_claim::SCOPE_CLAIM;
use crate::inspect::{Findings, Quoted};

/// Parameters in the form in which a scope carries them: `E(name)=E(value)` joined by `&`, and all of that
/// encoded once more, so that a separator is `%3D` or `%26` and an `&` in a value `%2526`. `E` is the percent
/// encoding of the rules.
///
/// Encoded when a parameter is added, so that signing only copies. A name occurs once: the last value wins.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Params {
    encoded: Vec<u8>,
    /// A hash of each name, so that looking for one compares a number each. The first's stands by itself, so that
    /// one parameter does not cost a second allocation.
    first: u32,
    others: Vec<u32>,
}

const EQUALS: &[u8] = b"%3D";
const AND: &[u8] = b"%26";

impl Params {
    pub(crate) fn is_empty(&self) -> bool {
        self.encoded.is_empty()
    }

    pub(crate) fn encoded(&self) -> &[u8] {
        &self.encoded
    }

    /// Adds a parameter behind the others; one of the same name is removed.
    pub(crate) fn set(&mut self, name: &str, value: &dyn Display) {
        let hash = hash(name);
        self.remove(name, hash);
        let end = self.encoded.len();
        if end > 0 {
            self.encoded.extend_from_slice(AND);
        } else {
            // Room for a usual parameter, so that its parts do not grow the buffer one by one.
            self.encoded = Vec::with_capacity(64);
        }
        push_twice(&mut self.encoded, name.as_bytes());
        self.encoded.extend_from_slice(EQUALS);
        let value_starts = self.encoded.len();
        if write!(Twice(&mut self.encoded), "{value}").is_err() {
            // A value that gives up halfway must not pass for a shorter one. The name stays: without it a filter would
            // let everything through.
            self.encoded.truncate(value_starts);
        }
        if end == 0 {
            self.first = hash;
        } else {
            self.others.push(hash);
        }
    }

    /// Names and values as they were given.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.parameters().filter_map(|parameter| {
            let (name, value) = parameter.split_once("%3D")?;
            Some((decode_twice(name), decode_twice(value)))
        })
    }

    fn remove(&mut self, name: &str, hash: u32) {
        if self.is_empty() || self.first != hash && !self.others.contains(&hash) {
            return;
        }
        // Rare: the name is here already, or another one has its hash.
        let mut sought = Vec::new();
        push_twice(&mut sought, name.as_bytes());
        sought.extend_from_slice(EQUALS);
        let Some((index, at)) = self.find(&sought) else { return };
        if let Some(before) = index.checked_sub(1) {
            self.encoded.drain(at.start - AND.len()..at.end);
            self.others.remove(before);
        } else if self.others.is_empty() {
            self.encoded.clear();
        } else {
            self.encoded.drain(..at.end + AND.len());
            self.first = self.others.remove(0);
        }
    }

    /// Which parameter starts with `name`, which ends with the equals sign, and where it stands.
    fn find(&self, name: &[u8]) -> Option<(usize, Range<usize>)> {
        let mut start = 0;
        for (index, parameter) in self.parameters().enumerate() {
            let end = start + parameter.len();
            if parameter.as_bytes().starts_with(name) {
                return Some((index, start..end));
            }
            start = end + AND.len();
        }
        None
    }

    /// Each `name%3Dvalue`. Data has no `%26` in it: a `%` of theirs is `%25`.
    fn parameters(&self) -> impl Iterator<Item = &str> {
        // Nothing but ASCII is ever pushed. An empty text would be one empty parameter.
        let encoded = str::from_utf8(&self.encoded).unwrap_or_default();
        encoded.split("%26").filter(|parameter| !parameter.is_empty())
    }
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

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
fn push_twice(out: &mut Vec<u8>, bytes: &[u8]) {
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

struct Twice<'a>(&'a mut Vec<u8>);

impl Write for Twice<'_> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        push_twice(self.0, s.as_bytes());
        Ok(())
    }
}

/// Undoes [`push_twice`]. The two rounds of `E` are undone in one: an escaped byte is `%25` and two digits.
fn decode_twice(encoded: &str) -> String {
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

impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Parameters in words: ` with "a" = "1" and "b" = "2"`, or nothing.
pub(super) fn explain_params(
    f: &mut fmt::Formatter<'_>,
    params: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    for (n, (name, value)) in params.enumerate() {
        let (name, value) = (name.as_ref(), value.as_ref());
        let (name, value) = (Quoted(name), Quoted(value));
        write!(f, "{}{name} = {value}", if n == 0 { " with " } else { " and " })?;
    }
    Ok(())
}

/// The first name that occurs a second time.
fn repeated(params: &[(String, String)]) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::with_capacity(params.len());
    params.iter().map(|(name, _)| name.as_str()).filter(move |name| !seen.insert(*name))
}

pub(super) fn find_repeated(findings: &mut Findings, params: &[(String, String)]) {
    let mut found = HashSet::new();
    for name in repeated(params).filter(|name| found.insert(*name)) {
        let sentence = format_args!("the parameter {} occurs twice", Quoted(name));
        findings.add(&REPEATED, SCOPE_CLAIM.path(), sentence);
    }
}

/// The parameters, if no name occurs twice.
pub(super) fn unrepeated(params: &[(String, String)]) -> Result<&[(String, String)], NotOursError> {
    match repeated(params).next() {
        Some(_) => Err(NotOursError::new(NotOursErrorKind::RepeatedParam)),
        None => Ok(params),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(given: &[(&str, &str)]) -> Params {
        let mut params = Params::default();
        for (name, value) in given {
            params.set(name, value);
        }
        params
    }

    #[test]
    fn separators_are_encoded_once_and_data_twice() {
        let encoded = params(&[("user", "1&admin=true"), ("sp ace", "é %+\n"), ("e", "")]);
        assert_eq!(
            str::from_utf8(encoded.encoded()).unwrap(),
            "user%3D1%2526admin%253Dtrue%26sp%2520ace%3D%25C3%25A9%2520%2525%252B%250A%26e%3D"
        );
    }

    #[test]
    fn what_went_in_comes_out() {
        let given = [("user", "1&admin=true"), ("%26", "%3D%2525"), ("é", "%25"), ("e", "")];
        let found: Vec<_> = params(&given).iter().collect();
        assert_eq!(found, given.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(Params::default().iter().count(), 0);
    }

    #[test]
    fn a_name_occurs_once_and_the_last_value_wins() {
        let twice = params(&[("a", "1"), ("b", "2"), ("c", "3"), ("a", "4")]);
        assert_eq!(twice, params(&[("b", "2"), ("c", "3"), ("a", "4")]));
        assert_eq!(params(&[("a", "1"), ("a", "2")]), params(&[("a", "2")]));
        // A name that begins like another is another.
        assert_eq!(params(&[("a", "1"), ("ab", "2")]).iter().count(), 2);
    }

    #[test]
    fn names_with_the_same_hash_are_told_apart() {
        // Found by search: both are 0xC7FE29BD in FNV-1a.
        let (one, two) = ("costarring", "liquid");
        assert_eq!(hash(one), hash(two));
        assert_eq!(params(&[(one, "1"), (two, "2")]).iter().count(), 2);
        assert_eq!(params(&[(one, "1"), (two, "2"), (one, "3")]), params(&[(two, "2"), (one, "3")]));
    }

    #[test]
    fn a_value_that_gives_up_halfway_is_empty() {
        struct GivesUp;
        impl Display for GivesUp {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("12")?;
                Err(fmt::Error)
            }
        }
        let mut given = params(&[("a", "1"), ("user_id", "2")]);
        given.set("user_id", &GivesUp);
        assert_eq!(given, params(&[("a", "1"), ("user_id", "")]));
        let mut alone = Params::default();
        alone.set("user_id", &GivesUp);
        assert_eq!(alone, params(&[("user_id", "")]));
    }

    #[test]
    fn many_names_with_the_same_hash_cost_no_more_than_a_look_at_each() {
        // Found by search: whichever of each pair a name goes on with, its hash is the same.
        let pairs = [
            ("yaczf", "glbpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
            ("numzf", "tplpp"),
        ];
        let mut names = vec![String::new()];
        for (one, two) in pairs {
            names = names.iter().flat_map(|name| [format!("{name}{one}"), format!("{name}{two}")]).collect();
        }
        assert!(names.iter().all(|name| hash(name) == hash(&names[0])));
        let mut many = Params::default();
        for name in &names {
            many.set(name, &1);
        }
        assert_eq!(many.iter().count(), 1024);
        many.set(&names[7], &2);
        assert_eq!(many.iter().count(), 1024);
        assert_eq!(many.iter().last(), Some((names[7].clone(), "2".to_owned())));
    }
}
