//! Checks that a text is strict JSON.

use std::cmp::Ordering;

use super::string::{self, Characters};
use super::{Fault, JsonError};

/// Up to this number of members, comparing a name with all others is faster than sorting them.
pub(super) const FEW: usize = 16;

/// Checks one value with at most `depth` levels of objects and arrays, and that only white space is around it.
pub(super) fn check(json: &str, depth: usize) -> Result<(), JsonError> {
    let mut checker = Checker { json, at: 0, names: Vec::with_capacity(FEW) };
    checker.white_space();
    checker.value(depth)?;
    checker.white_space();
    if checker.at == json.len() { Ok(()) } else { Err(checker.error(Fault::Syntax)) }
}

struct Checker<'a> {
    json: &'a str,
    /// The position of the next byte.
    at: usize,
    /// Where the names of the objects start that are open.
    names: Vec<usize>,
}

impl Checker<'_> {
    fn error(&self, fault: Fault) -> JsonError {
        JsonError { fault, position: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    /// Goes on if the next byte is this one.
    fn skip(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.skip(byte) { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }

    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Calls itself once for each level, of which there are at most `depth`.
    fn value(&mut self, depth: usize) -> Result<(), JsonError> {
        match self.peek() {
            Some(b'{') => self.object(self.deeper(depth)?),
            Some(b'[') => self.array(self.deeper(depth)?),
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => Err(self.error(Fault::Syntax)),
        }
    }

    fn deeper(&self, depth: usize) -> Result<usize, JsonError> {
        depth.checked_sub(1).ok_or_else(|| self.error(Fault::TooDeep))
    }

    fn literal(&mut self, literal: &str) -> Result<(), JsonError> {
        literal.bytes().try_for_each(|byte| self.expect(byte))
    }

    fn array(&mut self, depth: usize) -> Result<(), JsonError> {
        self.at += 1;
        self.white_space();
        if self.skip(b']') {
            return Ok(());
        }
        loop {
            self.white_space();
            self.value(depth)?;
            self.white_space();
            if !self.skip(b',') {
                return self.expect(b']');
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), JsonError> {
        self.at += 1;
        self.white_space();
        if self.skip(b'}') {
            return Ok(());
        }
        let first = self.names.len();
        loop {
            self.white_space();
            self.name(first)?;
            self.white_space();
            self.expect(b':')?;
            self.white_space();
            self.value(depth)?;
            self.white_space();
            if !self.skip(b',') {
                self.expect(b'}')?;
                break;
            }
        }
        self.different_names(first)?;
        self.names.truncate(first);
        Ok(())
    }

    /// Checks a name, and compares it with the others of its object if they are few. `first` is the place of its object's
    /// first name in the list.
    fn name(&mut self, first: usize) -> Result<(), JsonError> {
        let name = self.at + 1;
        if self.peek() != Some(b'"') {
            return Err(self.error(Fault::Syntax));
        }
        self.string()?;
        let others = self.names.get(first..).unwrap_or_default();
        if others.len() < FEW && others.iter().any(|other| compare(self.json, *other, name).is_eq()) {
            return Err(JsonError { fault: Fault::Duplicate, position: name });
        }
        self.names.push(name);
        Ok(())
    }

    /// Checks that the many names of an object are different, by sorting them.
    fn different_names(&mut self, first: usize) -> Result<(), JsonError> {
        let json = self.json;
        let names = self.names.get_mut(first..).unwrap_or_default();
        if names.len() <= FEW {
            return Ok(());
        }
        names.sort_unstable_by(|one, other| compare(json, *one, *other).then(one.cmp(other)));
        let same = names.windows(2).filter_map(|pair| match pair {
            [one, other] if compare(json, *one, *other).is_eq() => Some(*other),
            _ => None,
        });
        match same.min() {
            Some(position) => Err(JsonError { fault: Fault::Duplicate, position }),
            None => Ok(()),
        }
    }

    fn string(&mut self) -> Result<(), JsonError> {
        let start = self.at + 1;
        let mut rest = self.json.get(start..).unwrap_or_default();
        loop {
            let Some(stop) = memchr::memchr2(b'"', b'\\', rest.as_bytes()) else {
                self.at = self.json.len();
                return Err(self.error(Fault::Syntax));
            };
            let after = rest.get(stop..).unwrap_or_default();
            self.at = self.json.len() - after.len();
            if let Some(escape) = after.strip_prefix('\\') {
                let mut characters = escape.chars();
                if string::escape(&mut characters).is_none() {
                    return Err(self.error(Fault::Syntax));
                }
                rest = characters.as_str();
            } else {
                break;
            }
        }
        let text = self.json.as_bytes().get(start..self.at).unwrap_or_default();
        // Looks at every byte, because the compiler vectorizes that.
        if text.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' ' {
            self.at = start + text.iter().position(|byte| *byte < b' ').unwrap_or_default();
            return Err(self.error(Fault::Syntax));
        }
        self.at += 1;
        Ok(())
    }

    fn number(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'-') {
                self.skip(b'+');
            }
            self.digits()?;
        }
        let text = self.json.get(start..self.at).unwrap_or_default();
        // A short integer cannot be too large.
        let is_finite = text.len() < 20 && !text.contains(['.', 'e', 'E'])
            || text.parse::<f64>().is_ok_and(f64::is_finite);
        if is_finite { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }
}

/// Compares the strings that start at two positions, as they are after decoding.
fn compare(json: &str, one: usize, other: usize) -> Ordering {
    let characters = |at| Characters::of(json.get(at..).unwrap_or_default());
    characters(one).cmp(characters(other))
}
