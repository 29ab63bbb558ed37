use proc_macro2::TokenTree;

use crate::findings::{Finding, Findings, shown};
use crate::syntax::operand::{Until, operand};
use crate::syntax::tokens::Token;
use crate::syntax::{Key, Operand, Param, Place, Tokens};

/// Reads the parameters between the delimiters of a group, up to its end. `noun` is what one of them is called.
pub(crate) fn params_in_group(tokens: &mut Tokens, noun: &str, findings: &mut Findings) -> Vec<Param> {
    Parser { tokens, noun, findings, angles: false, is_statement: &|_| false }.params()
}

/// Reads the parameters behind a `<`, and the `>` that closes them. A word for which `is_statement` holds shows that
/// the `>` was forgotten.
pub(crate) fn params_in_angles(
    tokens: &mut Tokens,
    noun: &str,
    is_statement: &dyn Fn(&str) -> bool,
    findings: &mut Findings,
) -> Vec<Param> {
    Parser { tokens, noun, findings, angles: true, is_statement }.params()
}

struct Parser<'a> {
    tokens: &'a mut Tokens,
    /// What a parameter is called here.
    noun: &'a str,
    findings: &'a mut Findings,
    /// Whether a `>` closes the parameters, and not the end of a group.
    angles: bool,
    is_statement: &'a dyn Fn(&str) -> bool,
}

impl Parser<'_> {
    fn params(mut self) -> Vec<Param> {
        let mut params = Vec::new();
        loop {
            match self.tokens.peek(0) {
                None => break,
                Some(token) if self.angles && token.is('>') => {
                    self.tokens.next();
                    return params;
                }
                Some(token) if token.is(',') => self.needless_comma(token.place),
                Some(token) if token.is(';') => {
                    if self.is_unclosed() {
                        break;
                    }
                    self.semicolon(token.place);
                }
                Some(_) if self.is_unclosed() => break,
                Some(_) => {
                    params.push(self.param());
                    if !self.end_of_param() {
                        break;
                    }
                }
            }
        }
        if self.angles {
            self.unclosed();
        }
        params
    }

    /// Whether what stands ahead belongs to the next statement: a `;` not followed by a parameter, a statement's
    /// word not followed by what follows the name of a parameter.
    fn is_unclosed(&self) -> bool {
        if !self.angles {
            return false;
        }
        let at = usize::from(self.tokens.at(0, ';'));
        let goes_on =
            self.tokens.at_equals(at + 1) || self.tokens.at(at + 1, ',') || self.tokens.at(at + 1, '>');
        let is_key = match self.tokens.peek(at) {
            None => return true,
            Some(Token { tree: TokenTree::Ident(ident), .. }) => {
                return !goes_on && (at > 0 || (self.is_statement)(&ident.to_string()));
            }
            Some(token) => token.literal().is_some(),
        };
        at > 0 && !(is_key && goes_on)
    }

    fn param(&mut self) -> Param {
        let tokens = &mut *self.tokens;
        let is_key = tokens.peek(0).is_some_and(|token| token.ident().is_some() || token.literal().is_some());
        if self.lacks_equals() {
            return self.long();
        }
        if is_key && self.ends(1) {
            return self.short();
        }
        if is_key && self.sign(1) > 0 {
            return self.long();
        }
        self.without_key()
    }

    /// Whether `user_id "7"` stands ahead, and not `user_id` in front of another parameter `"name" = value`.
    fn lacks_equals(&self) -> bool {
        let is_literal = self.tokens.peek(1).is_some_and(|token| token.literal().is_some());
        self.tokens.ident(0).is_some() && is_literal && self.sign(2) == 0
    }

    /// How many characters of `=`, or of what people write in its place, stand ahead: `:`, `=>`, `==`, `:=`, `->`.
    fn sign(&self, n: usize) -> usize {
        let tokens = &*self.tokens;
        let pair = |first, second| tokens.at_pair(n, first, second);
        if pair(':', ':') {
            0
        } else if pair('=', '>') || pair('=', '=') || pair(':', '=') || pair('-', '>') {
            2
        } else {
            usize::from(tokens.at(n, '=') || tokens.at(n, ':'))
        }
    }

    /// Whether a parameter that is its name alone can end there: at a separator, the end, or another name.
    fn ends(&self, n: usize) -> bool {
        match self.tokens.peek(n) {
            None => true,
            Some(token) => {
                token.is(',')
                    || token.is(';')
                    || (self.angles && token.is('>'))
                    || token.ident().is_some()
                    || token.literal().is_some()
            }
        }
    }

    /// `user_id`, for `user_id = user_id`.
    fn short(&mut self) -> Param {
        let Some(token) = self.tokens.next() else { return Param { key: None, value: None } };
        let (text, place) = (token.tree.to_string(), token.place);
        let is_variable = token.ident().is_some() && !KEYWORDS.contains(&text.as_str());
        if !is_variable && text != "_" {
            let finding = Finding::new(place.behind(), format!("this {} has no value", self.noun));
            self.findings.push(match shown(&text) {
                Some(name) => finding.help(&format!("write `{name} = ` and a value")),
                None => finding.help("write `=` and a value; only an identifier can stand alone"),
            });
        }
        let value = Operand { tokens: vec![token.tree.clone()], place };
        Param { key: self.key(token), value: is_variable.then_some(value) }
    }

    /// `user_id = value`.
    fn long(&mut self) -> Param {
        let key = self.tokens.next().and_then(|token| self.key(token));
        Param { key, value: self.value() }
    }

    /// The name of a parameter: any word, also one that Rust keeps for itself, or a literal.
    fn key(&mut self, Token { tree, place }: Token) -> Option<Key> {
        match tree {
            TokenTree::Ident(ident) if ident == "_" => {
                let finding = Finding::new(place, format!("`_` is not the name of a {}", self.noun));
                self.findings.push(finding.help("write `name = value`"));
                None
            }
            TokenTree::Ident(ident) => Some(Key::Ident(name_of(&ident.to_string()), place)),
            TokenTree::Literal(literal) => Some(Key::Literal(literal, place)),
            _ => None,
        }
    }

    /// `= value`.
    fn value(&mut self) -> Option<Operand> {
        let right = self.tokens.at_equals(0);
        if self.sign(0) == 0 {
            let finding = Finding::new(self.tokens.last().behind(), "a `=` is missing in front of the value");
            self.findings.push(finding.help("write `=` here"));
        }
        let mut sign = String::new();
        let mut place: Option<Place> = None;
        for _ in 0..self.sign(0) {
            let Some(token) = self.tokens.next() else { break };
            sign.push_str(&token.tree.to_string());
            place = Some(place.map_or(token.place, |place| place.to(token.place)));
        }
        if !right && let Some(place) = place {
            let headline =
                format!("between the name and the value of a {} stands `=`, not `{sign}`", self.noun);
            self.findings.push(Finding::new(place, headline).help("write `=`"));
        }
        let value = operand(self.tokens, self.until());
        if value.is_none() {
            let finding =
                Finding::new(self.tokens.last().behind(), format!("this {} has no value", self.noun));
            self.findings
                .push(finding.help("write one behind the `=`; `user_id` alone means `user_id = user_id`"));
        }
        value
    }

    fn until(&self) -> Until {
        if self.angles { Until::Angle } else { Until::Semicolon }
    }

    /// Something that starts like no parameter, or whose name is not one word.
    fn without_key(&mut self) -> Param {
        let mut text = String::new();
        let mut last_word = None;
        let mut tokens = Vec::new();
        let mut place: Option<Place> = None;
        while let Some(token) = self.tokens.peek(0) {
            if token.is(',') || token.is(';') || self.tokens.at_equals(0) {
                break;
            }
            if self.angles && token.is('>') && !text.ends_with(['-', '=']) {
                break;
            }
            place = Some(place.map_or(token.place, |place| place.to(token.place)));
            match &token.tree {
                TokenTree::Group(_) => text.push('('),
                tree => text.push_str(&tree.to_string()),
            }
            last_word = token.ident().map(|ident| name_of(&ident.to_string()));
            tokens.extend(self.tokens.next().map(|token| token.tree));
        }
        let place = place.unwrap_or_else(|| self.tokens.last().behind());
        let named = self.tokens.at_equals(0);
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let finding = if text.starts_with("..") {
            Finding::new(place, format!("{}s are written one by one, without `..`", self.noun))
                .help("write `name = value` for each")
        } else if text.is_empty() {
            Finding::new(place, format!("this {} has no name", self.noun)).help("write `name = value`")
        } else if named {
            let finding =
                Finding::new(place, format!("the name of a {} is one word, or a text in quotes", self.noun));
            match shown(&text).filter(|text| text.chars().all(is_name)) {
                Some(text) => finding.help(&format!("write `\"{text}\" = `")),
                None => finding.help("write `name = value`, or `\"name\" = value`"),
            }
        } else {
            let finding = Finding::new(place, "this value has no name");
            let is_path = |text: &&str| text.chars().all(|c| is_name(c) || c == ':');
            match (last_word, shown(&text).filter(is_path)) {
                (Some(name), Some(text)) if text != name => finding.help(&format!("write `{name} = {text}`")),
                _ => finding.help("write `name = value`"),
            }
        };
        self.findings.push(finding);
        let value =
            if named { self.value() } else { (!tokens.is_empty()).then_some(Operand { tokens, place }) };
        Param { key: None, value }
    }

    /// What follows a parameter; false if the parameters end here without being closed.
    fn end_of_param(&mut self) -> bool {
        let Some(token) = self.tokens.peek(0) else { return true };
        if token.is(',') {
            self.tokens.next();
            return true;
        }
        if token.is(';') || (self.angles && token.is('>')) {
            return true;
        }
        if self.is_unclosed() {
            return false;
        }
        let is_key = token.ident().is_some() || token.literal().is_some();
        if (is_key && self.sign(1) > 0) || (token.ident().is_some() && self.ends(1)) {
            let finding = Finding::new(
                self.tokens.last().behind(),
                format!("a `,` is missing between two {}s", self.noun),
            );
            self.findings.push(finding.help("write `,` here"));
            return true;
        }
        self.too_much();
        true
    }

    /// What can go on with neither the value nor the list.
    fn too_much(&mut self) {
        let mut place: Option<Place> = None;
        while let Some(token) = self.tokens.peek(0) {
            if token.is(',') || token.is(';') || (self.angles && token.is('>')) {
                break;
            }
            place = Some(place.map_or(token.place, |place| place.to(token.place)));
            self.tokens.next();
        }
        if self.tokens.at(0, ',') {
            self.tokens.next();
        }
        if let Some(place) = place {
            let finding =
                Finding::new(place, format!("this does not belong to the value of the {}", self.noun));
            self.findings
                .push(finding.help(&format!("delete it, or put a `,` in front of another {}", self.noun)));
        }
    }

    fn needless_comma(&mut self, place: Place) {
        self.tokens.next();
        let finding = Finding::new(place, format!("there is no {} in front of this `,`", self.noun));
        self.findings.push(finding.help("delete it"));
    }

    fn semicolon(&mut self, place: Place) {
        self.tokens.next();
        let finding = Finding::new(place, format!("{}s are separated by `,`, not by `;`", self.noun));
        self.findings.push(finding.help("write `,`"));
    }

    fn unclosed(&mut self) {
        let finding = Finding::new(
            self.tokens.last().behind(),
            format!("the `<` in front of the {}s is not closed", self.noun),
        );
        self.findings.push(finding.help("write `>` here"));
    }
}

/// Words that can be the name of a parameter but not of a variable.
const KEYWORDS: [&str; 36] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return",
    "static", "struct", "super", "trait", "type", "unsafe", "use", "where", "while", "yield", "_",
];

/// What an identifier is called: `r#type` is `type`.
fn name_of(ident: &str) -> String {
    ident.strip_prefix("r#").unwrap_or(ident).to_owned()
}
