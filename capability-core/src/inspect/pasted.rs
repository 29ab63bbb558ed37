//! What was pasted, where it is not a token: a token with something around it, or something else.
//!
//! Each step takes one thing away, says what it was, and leaves the rest to the next step.

use std::borrow::Cow;

use super::quoted::Quoted;
use super::rule::FindingRule;
use crate::jwt::{BASE64URL, json_read};
use base64::Engine;
use twilio_capability_rules::is_invisible;

mod instead;
mod rules;

pub(super) use self::rules::PASTED_RULES;
use self::rules::{
    BEARER, BYTES_LITERAL, HEADER_LINE, INVISIBLE, NAME_AND_VALUE, NO_TEXT, OTHER_TEXT, PADDING, PERCENT,
    PLAIN_BASE64, QUOTES, WHITE_SPACE, WRAPPED_LINE,
};

/// What was around a token.
#[derive(Default)]
pub(super) struct Pasted {
    pub(super) around: Vec<(&'static FindingRule, Cow<'static, str>)>,
    /// What was left, if it can be a token.
    pub(super) inside: Option<String>,
}

/// What a step has found.
enum Step {
    /// Something around the rest.
    Around(&'static FindingRule, Cow<'static, str>, String),
    /// Something that has no token in it.
    Instead(&'static FindingRule, Cow<'static, str>),
}

/// The most steps: enough for what people paste, and few enough for what an attacker sends.
const MOST_STEPS: usize = 12;

/// Takes away what is around a token.
pub(super) fn unwrap(text: &str) -> Pasted {
    const STEPS: [fn(&str) -> Option<Step>; 14] = [
        instead::nothing,
        invisible,
        white_space,
        instead::placeholder,
        instead::document,
        instead::no_value,
        instead::sid_or_secret,
        instead::json,
        quotes,
        bearer,
        percent,
        name,
        inner_space,
        ending,
    ];
    let mut found = Pasted::default();
    let mut rest = text.to_owned();
    for _ in 0..MOST_STEPS {
        if is_plain(&rest) && bearer(&rest).is_none() {
            break;
        }
        match STEPS.iter().find_map(|step| step(&rest)) {
            Some(Step::Around(rule, sentence, inside)) => {
                // Quotes can be around what quotes are in: that is said once.
                if !found.around.iter().any(|(other, _)| *other == rule) {
                    found.around.push((rule, sentence));
                }
                rest = inside;
            }
            Some(Step::Instead(rule, sentence)) => {
                found.around.push((rule, sentence));
                return found;
            }
            None => break,
        }
    }
    if let Some(Step::Around(rule, sentence, inside)) = other_text(&rest) {
        found.around.push((rule, sentence));
        rest = inside;
    }
    found.inside = Some(base64url(rest, &mut found.around));
    found
}

/// Whether a token has five parts and a header that says how it is encrypted.
pub(super) fn is_encrypted(text: &str) -> bool {
    let mut parts = text.split('.');
    let header = parts.next().and_then(|header| BASE64URL.decode(header).ok());
    parts.count() == 4
        && header.is_some_and(|header| {
            json_read::parse(&header).is_ok_and(|header| header.members().get("enc").is_some())
        })
}

/// Whether nothing in a string is foreign to a token.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.contains('.') && text.bytes().all(|byte| is_base64url(byte) || byte == b'.')
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether a string starts like a token: `{"` in base64 is `eyJ`, and `{` with white space after it `ew` or `ey`.
fn starts_like_token(text: &str) -> bool {
    text.starts_with("ey") && text.contains('.')
}

fn invisible(text: &str) -> Option<Step> {
    let is_hidden = |c: char| is_invisible(c) && !c.is_whitespace();
    let first = text.chars().find(|c| is_hidden(*c))?;
    let name = match first {
        '\u{feff}' => " (a byte order mark)",
        '\u{200b}' => " (a zero-width space)",
        _ => "",
    };
    let sentence = format!(
        "it contains characters that cannot be seen, such as U+{:04X}{name}: remove them",
        u32::from(first)
    );
    let rest = without_colors(text).chars().filter(|c| !is_hidden(*c)).collect();
    Some(Step::Around(&INVISIBLE, sentence.into(), rest))
}

/// A text without the sequences by which a terminal changes colors: the character ESC, `[`, digits and a letter.
fn without_colors(text: &str) -> Cow<'_, str> {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| {
        let after = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        after.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(after)
    });
    rest.fold(Cow::Borrowed(first), |text, piece| text + piece)
}

fn white_space(text: &str) -> Option<Step> {
    let trimmed = text.trim();
    let sentence = "there is white space or a line break before or after the token: remove it";
    (trimmed != text).then(|| Step::Around(&WHITE_SPACE, sentence.into(), trimmed.to_owned()))
}

fn quotes(text: &str) -> Option<Step> {
    const QUOTE: [char; 18] =
        ['"', '\'', '`', '\u{b4}', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '″', '′'];
    let prefix = text.strip_prefix(['b', 'B', 'u', 'r', 'f']).filter(|rest| rest.starts_with(['\'', '"']));
    let quoted = prefix.unwrap_or(text);
    // A backslash before a quote comes from JSON inside JSON.
    let is_quote = |c: char| QUOTE.contains(&c) || c == '\\';
    let inside = quoted.trim_start_matches(is_quote);
    let inside = inside.trim_end_matches(is_quote);
    if inside.len() == quoted.len() {
        return None;
    }
    if inside.is_empty() {
        let sentence = if quoted.chars().all(|c| c == '\\') {
            "there is nothing but backslashes"
        } else {
            "there is nothing: a pair of quotes with no text inside"
        };
        return Some(Step::Instead(&NO_TEXT, sentence.into()));
    }
    let (rule, sentence) = if prefix.is_some_and(|_| text.starts_with(['b', 'B'])) {
        (
            &BYTES_LITERAL,
            "this is how Python shows bytes, `b'…'` with quotes: decode them, for example with `.decode()`",
        )
    } else {
        (&QUOTES, "there are quotes around the token, or at one of its ends: remove them")
    };
    Some(Step::Around(rule, sentence.into(), inside.to_owned()))
}

fn bearer(text: &str) -> Option<Step> {
    let glued = text.split_at_checked("bearer".len()).filter(|(_, rest)| starts_like_token(rest));
    let (word, rest) = glued.or_else(|| text.split_once(|c: char| c.is_whitespace() || c == ':'))?;
    let is_scheme = ["bearer", "jwt"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme));
    let rest = rest.trim_start();
    (is_scheme && !rest.is_empty()).then(|| {
        let sentence =
            format!("the word {} is before the token, as in an HTTP header: remove it", Quoted(word));
        Step::Around(&BEARER, sentence.into(), rest.to_owned())
    })
}

/// A token that was encoded for an address: `%22` for a quote.
fn percent(text: &str) -> Option<Step> {
    let mut pieces = text.split('%');
    let mut decoded = pieces.next()?.to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        let byte = u8::from_str_radix(digits, 16).ok().filter(u8::is_ascii)?;
        decoded.push(char::from(byte));
        decoded.push_str(rest);
    }
    let sentence = "it is percent-encoded, as in the query of an address: decode it";
    (decoded != text && candidate(&decoded).is_some())
        .then(|| Step::Around(&PERCENT, sentence.into(), decoded))
}

/// `token=…`, `"token": …`, `Authorization: Bearer …`, an address with a token in its query.
fn name(text: &str) -> Option<Step> {
    let at = candidate(text)?.0;
    let (before, token) = text.split_at_checked(at)?;
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "\"'`“‘\\".contains(c));
    let (before, scheme) = match before.rsplit_once(char::is_whitespace) {
        Some((start, scheme)) if scheme.eq_ignore_ascii_case("bearer") => (start.trim_end(), Some(scheme)),
        _ => (before, None),
    };
    let (name, is_header) = match before.strip_suffix(':') {
        Some(name) => (name, true),
        None => (before.strip_suffix("=>").or(before.strip_suffix('='))?, false),
    };
    let name = name.trim_end().trim_end_matches([':', '"', '\'']);
    let name = name.rsplit(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '$'))).next()?;
    let end =
        token.find(|c: char| c == '&' || c == '#' || c.is_whitespace()).filter(|_| !text.contains('\n'));
    let token = end.and_then(|end| token.get(..end)).unwrap_or(token);
    let is_header_line =
        is_header && (scheme.is_some() || name.contains('-') || name.eq_ignore_ascii_case("authorization"));
    let (rule, sentence) = if is_header_line {
        let also = scheme.map(|scheme| format!(" and the word {}", Quoted(scheme))).unwrap_or_default();
        let name = Quoted(name);
        (
            &HEADER_LINE,
            format!("this is a line of an HTTP header: remove its name {name}{also} before the token"),
        )
    } else {
        (
            &NAME_AND_VALUE,
            format!("the name {} is before the token, as in `token=`: take the value alone", Quoted(name)),
        )
    };
    Some(Step::Around(rule, sentence.into(), token.to_owned()))
}

fn inner_space(text: &str) -> Option<Step> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-_.+/=".contains(c) || c.is_whitespace();
    let lines = text.split_whitespace();
    if let Some(first) = lines.clone().next().filter(|_| lines.clone().count() > 1)
        && lines.into_iter().all(|line| starts_like_token(line) && line.split('.').count() == 3)
    {
        let sentence = "there are several tokens: take one of them";
        return Some(Step::Around(&OTHER_TEXT, sentence.into(), first.to_owned()));
    }
    let unescaped = text.replace("\\r", "").replace("\\n", "\n");
    let at = unescaped.find(char::is_whitespace)?;
    if !starts_like_token(&unescaped) || !unescaped.chars().all(is_allowed) {
        return None;
    }
    // Words after a token are other text, and no continuation of it.
    let longest_space =
        unescaped.split_whitespace().skip(1).any(|piece| piece.len() > 16 || piece.contains('.'));
    let rest: String = unescaped.chars().filter(|c| !c.is_whitespace()).collect();
    longest_space.then(|| {
        let what = if unescaped.contains('\n') { "a line break" } else { "a space" };
        let sentence = format!(
            "there is {what} inside the token, at byte {at}: a long line was wrapped. Join its pieces"
        );
        Step::Around(&WRAPPED_LINE, sentence.into(), rest)
    })
}

/// The end of a statement.
fn ending(text: &str) -> Option<Step> {
    let rest = text.trim_end_matches([';', ',', ')', '}', ']']);
    (rest.len() < text.len() && starts_like_token(rest)).then(|| {
        let ending = Quoted(text.get(rest.len()..).unwrap_or_default()).to_string();
        let sentence = format!("there is {ending} after the token: remove it");
        Step::Around(&OTHER_TEXT, sentence.into(), rest.to_owned())
    })
}

/// A token with other text around it.
fn other_text(text: &str) -> Option<Step> {
    let (start, token) = candidate(text)?;
    let foreign = text.len() - token.len();
    (foreign > 0 && token.bytes().filter(|byte| *byte == b'.').count() >= 2).then(|| {
        let place = if start > 0 { "before" } else { "after" };
        let sentence =
            format!("there is other text {place} the token: take the part alone that starts with `ey`");
        Step::Around(&OTHER_TEXT, sentence.into(), token.to_owned())
    })
}

/// Where a string has what looks like a token: it starts with `ey`, goes on with what base64 and its dots are made of, and
/// has a dot.
fn candidate(text: &str) -> Option<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.+/=".contains(c);
    let mut start = 0;
    while let Some(at) = text.get(start..)?.find("ey") {
        let at = start + at;
        let after_word =
            text.get(..at)?.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let rest = text.get(at..)?;
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let found = rest.get(..end)?;
        if !after_word && found.contains('.') && found.len() > 10 {
            return Some((at, found));
        }
        // What follows in the same word is no start.
        start = at + end.max(2);
    }
    None
}

/// The same text without padding, and in the alphabet of base64url.
fn base64url(text: String, around: &mut Vec<(&'static FindingRule, Cow<'static, str>)>) -> String {
    let is_base64 = |byte: u8| is_base64url(byte) || matches!(byte, b'.' | b'+' | b'/' | b'=');
    if is_plain(&text) || !text.contains('.') || !text.bytes().all(is_base64) {
        return text;
    }
    let unpadded: Vec<_> = text.split('.').map(|part| part.trim_end_matches('=')).collect();
    let unpadded = unpadded.join(".");
    if unpadded.contains('=') {
        return text;
    }
    if unpadded.len() < text.len() {
        let sentence =
            "parts of the token end in padding: base64url in a token has no `=` at its end. Remove it";
        around.push((&PADDING, sentence.into()));
    }
    if unpadded.contains(['+', '/']) {
        let sentence = "parts of the token are plain base64: in base64url, `+` is `-` and `/` is `_`";
        around.push((&PLAIN_BASE64, sentence.into()));
    }
    unpadded.replace('+', "-").replace('/', "_")
}

#[cfg(test)]
mod tests;
