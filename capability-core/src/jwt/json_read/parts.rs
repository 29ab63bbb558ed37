//! The parts of an object or an array that was checked. They are found without looking at what is inside of them.

/// The white space of JSON. There is no other.
pub(super) const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The names of an object, without their quotes and not decoded, and the texts of the values.
#[derive(Clone)]
pub(super) struct Pairs<'a>(&'a str);

impl<'a> Pairs<'a> {
    pub(super) fn of(object: &'a str) -> Self {
        Self(object.strip_prefix('{').unwrap_or_default())
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let name = take(&mut self.0)?.strip_prefix('"')?.strip_suffix('"')?;
        Some((name, take(&mut self.0)?))
    }
}

/// The texts of the elements of an array.
pub(super) struct Elements<'a>(&'a str);

impl<'a> Elements<'a> {
    pub(super) fn of(array: &'a str) -> Self {
        Self(array.strip_prefix('[').unwrap_or_default())
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<Self::Item> {
        take(&mut self.0)
    }
}

/// Takes the next value after white space and a separator. `None` at the end of the object or the array.
fn take<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let is_between = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
    let start = rest.bytes().position(|byte| !is_between(&byte))?;
    let text = rest.get(start..)?;
    let end = match text.as_bytes().first()? {
        b'"' => string_end(text),
        b'{' | b'[' => nested_end(text),
        b'}' | b']' => return None,
        _ => text.bytes().position(|byte| is_between(&byte) || matches!(byte, b'}' | b']')),
    }?;
    let (value, after) = text.split_at_checked(end)?;
    *rest = after;
    Some(value)
}

/// Where the string ends that starts with the opening quote.
fn string_end(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        let rest = text.as_bytes().get(at..)?;
        let stop = memchr::memchr2(b'"', b'\\', rest)?;
        match rest.get(stop)? {
            b'"' => return Some(at + stop + 1),
            _ => at += stop + 2,
        }
    }
}

/// Where the object or the array ends that starts with the opening bracket.
fn nested_end(text: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        match text.as_bytes().get(at)? {
            b'"' => {
                at += string_end(text.get(at..)?)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}
