//! Checks that a text is strict JSON.

use std::cmp::Ordering;

use super::string::{self, Characters};
use super::{Fault, Place, StrictError};

/// Up to this number of members, comparing a name with all others is faster than sorting them.
pub(super) const FEW: usize = 16;

/// Checks one value with at most `depth` levels of objects and arrays, and that only white space is around it. Returns the
/// places of the members that are not inside of arrays.
pub(super) fn check(json: &str, depth: usize) -> Result<Vec<Place>, StrictError> {
    let mut checker = Checker { json: json.as_bytes(), text: json, at: 0, places: Vec::with_capacity(FEW) };
    checker.white_space();
    checker.value(depth)?;
    checker.white_space();
    if checker.at == json.len() { Ok(checker.places) } else { Err(checker.error(Fault::Syntax)) }
}

/// A position as an index.
pub(super) fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

struct Checker<'a> {
    json: &'a [u8],
    text: &'a str,
    /// The position of the next byte.
    at: usize,
    places: Vec<Place>,
}

impl Checker<'_> {
    fn error(&self, fault: Fault) -> StrictError {
        StrictError { fault, position: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    /// Goes on if the next byte is this one.
    fn skip(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), StrictError> {
        if self.skip(byte) { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }

    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Calls itself once for each level, of which there are at most `depth`.
    fn value(&mut self, depth: usize) -> Result<(), StrictError> {
        match self.peek() {
            Some(b'{') => self.object(self.deeper(depth)?),
            Some(b'[') => self.array(self.deeper(depth)?),
            Some(b'"') => self.string().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => Err(self.error(Fault::Syntax)),
        }
    }

    fn deeper(&self, depth: usize) -> Result<usize, StrictError> {
        depth.checked_sub(1).ok_or_else(|| self.error(Fault::TooDeep))
    }

    fn literal(&mut self, literal: &str) -> Result<(), StrictError> {
        literal.bytes().try_for_each(|byte| self.expect(byte))
    }

    fn array(&mut self, depth: usize) -> Result<(), StrictError> {
        self.at += 1;
        self.white_space();
        if self.skip(b']') {
            return Ok(());
        }
        let first = self.places.len();
        loop {
            self.white_space();
            self.value(depth)?;
            self.places.truncate(first);
            self.white_space();
            if !self.skip(b',') {
                return self.expect(b']');
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), StrictError> {
        self.at += 1;
        self.white_space();
        if self.skip(b'}') {
            return Ok(());
        }
        let first = self.places.len();
        let mut count = 0;
        loop {
            self.white_space();
            let name = self.name(first, count)?;
            count += 1;
            self.white_space();
            self.expect(b':')?;
            self.white_space();
            let (place, value) = (self.places.len(), self.position()?);
            self.places.push(Place { name, value, value_end: 0, inside: 0 });
            let is_escaped = if self.peek() == Some(b'"') {
                self.string()?
            } else {
                self.value(depth)?;
                false
            };
            let value_end = self.position()?;
            let inside = match u32::try_from(self.places.len() - place - 1) {
                Ok(inside) if !is_escaped => inside,
                _ => Place::ESCAPED,
            };
            if let Some(place) = self.places.get_mut(place) {
                *place = Place { name, value, value_end, inside };
            }
            self.white_space();
            if !self.skip(b',') {
                self.expect(b'}')?;
                break;
            }
        }
        if count > FEW { self.different_names(first, count) } else { Ok(()) }
    }

    /// The position, which has to fit in 32 bits.
    fn position(&self) -> Result<u32, StrictError> {
        u32::try_from(self.at).map_err(|_| self.error(Fault::Syntax))
    }

    /// Checks a name, and compares it with the others of its object if they are few. `first` is the index of the first of
    /// them.
    fn name(&mut self, first: usize, count: usize) -> Result<u32, StrictError> {
        if self.peek() != Some(b'"') {
            return Err(self.error(Fault::Syntax));
        }
        let start = self.at + 1;
        self.string()?;
        let name = u32::try_from(start).map_err(|_| self.error(Fault::Syntax))?;
        if count < FEW && self.names(first).any(|other| self.is_repeated(other, name)) {
            return Err(StrictError { fault: Fault::Duplicate, position: start });
        }
        Ok(name)
    }

    fn is_repeated(&self, one: u32, other: u32) -> bool {
        let first = |at| self.json.get(index(at));
        // Most names differ here.
        let differ = first(one) != first(other) && ![first(one), first(other)].contains(&Some(&b'\\'));
        !differ && compare(self.text, one, other).is_eq()
    }

    /// The names of the object whose first member has this index.
    fn names(&self, first: usize) -> impl Iterator<Item = u32> {
        let mut rest = self.places.get(first..).unwrap_or_default();
        std::iter::from_fn(move || {
            let (place, after) = rest.split_first()?;
            rest = after.get(place.inside()..).unwrap_or_default();
            Some(place.name)
        })
    }

    /// Checks that the many names of an object are different, by sorting them.
    fn different_names(&self, first: usize, count: usize) -> Result<(), StrictError> {
        let mut names = Vec::with_capacity(count);
        names.extend(self.names(first));
        names.sort_unstable_by(|one, other| compare(self.text, *one, *other).then(one.cmp(other)));
        let same = names.windows(2).filter_map(|pair| match pair {
            [one, other] if compare(self.text, *one, *other).is_eq() => Some(index(*other)),
            _ => None,
        });
        match same.min() {
            Some(position) => Err(StrictError { fault: Fault::Duplicate, position }),
            None => Ok(()),
        }
    }

    /// Returns whether there are escapes.
    fn string(&mut self) -> Result<bool, StrictError> {
        let mut is_escaped = false;
        let start = self.at + 1;
        let mut rest = self.text.get(start..).unwrap_or_default();
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
                is_escaped = true;
            } else {
                break;
            }
        }
        let text = self.json.get(start..self.at).unwrap_or_default();
        // Looks at every byte, because the compiler vectorizes that.
        if text.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' ' {
            self.at = start + text.iter().position(|byte| *byte < b' ').unwrap_or_default();
            return Err(self.error(Fault::Syntax));
        }
        self.at += 1;
        Ok(is_escaped)
    }

    fn number(&mut self) -> Result<(), StrictError> {
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
        let text = self.text.get(start..self.at).unwrap_or_default();
        // A short integer cannot be too large.
        let is_finite = text.len() < 20 && !text.contains(['.', 'e', 'E'])
            || text.parse::<f64>().is_ok_and(f64::is_finite);
        if is_finite { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }

    fn digits(&mut self) -> Result<(), StrictError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.error(Fault::Syntax)) }
    }
}

/// Compares the strings that start at two positions, as they are after decoding.
fn compare(json: &str, one: u32, other: u32) -> Ordering {
    let characters = |at| Characters::of(json.get(index(at)..).unwrap_or_default());
    characters(one).cmp(characters(other))
}
