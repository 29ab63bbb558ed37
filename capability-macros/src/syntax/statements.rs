use proc_macro2::{Delimiter, TokenTree};

use crate::findings::{Finding, Findings, shown};
use crate::syntax::operand::{Until, begins_expression, operand};
use crate::syntax::params::{params_in_angles, params_in_group};
use crate::syntax::tokens::Token;
use crate::syntax::{Block, Form, Language, Operand, Place, Spelling, Statement, Takes, Tokens};
use crate::values::Number;

/// Reads all statements of a block.
pub(crate) fn statements<K: Copy + PartialEq>(
    tokens: &mut Tokens,
    language: &Language<K>,
    findings: &mut Findings,
) -> Vec<Statement<K>> {
    let mut parser = Parser { tokens, language, findings };
    let mut list = Vec::new();
    while let Some(token) = parser.tokens.peek(0) {
        if token.is(';') {
            parser.tokens.next();
        } else if token.ident().is_some() {
            list.extend(parser.statement());
        } else {
            parser.no_statement();
        }
    }
    list
}

struct Parser<'a, K: 'static> {
    tokens: &'a mut Tokens,
    language: &'a Language<K>,
    findings: &'a mut Findings,
}

impl<K: Copy + PartialEq> Parser<'_, K> {
    fn statement(&mut self) -> Option<Statement<K>> {
        let Token { tree: TokenTree::Ident(word), place } = self.tokens.next()? else { return None };
        let text = word.to_string();
        let (kind, spelling) = self.language.read(&text);
        let form = kind.and_then(|kind| self.language.form(kind));
        if spelling != Spelling::Exact {
            self.misspelled(&text, place, spelling, form);
        }
        let mut statement = Statement {
            word,
            place,
            kind,
            spelling,
            operand: None,
            name: None,
            params: Vec::new(),
            block: None,
            stray: None,
            sound: true,
        };
        if let Some(form) = form {
            self.sign(form);
            self.operand(form, &mut statement);
            let in_angles = self.tail(form, &mut statement);
            self.end(form, &mut statement, in_angles);
        } else {
            statement.operand = self.rest();
            self.separator();
        }
        Some(statement)
    }

    fn misspelled(&mut self, text: &str, place: Place, spelling: Spelling, form: Option<&Form<K>>) {
        let name = self.language.name;
        let headline = match shown(text) {
            Some(text) => format!("`{text}` is not a statement of `{name}`"),
            None => format!("this is not a statement of `{name}`"),
        };
        let finding = Finding::new(place, headline);
        self.findings.push(match form {
            Some(form) if spelling == Spelling::Near => {
                finding.help(&format!("did you mean `{}`?", form.word))
            }
            Some(form) => finding.help(form.help),
            None if self.language.elsewhere(text).is_some() => {
                finding.help(self.language.elsewhere(text).unwrap_or_default())
            }
            None if self.tokens.at_equals(0) => {
                finding.help("a parameter stands in braces behind its statement: `{ user_id = id }`")
            }
            None => finding.help(&format!("the statements are {}", self.language.words())),
        });
    }

    /// `=` or the like behind the word, as in a list of fields.
    fn sign(&mut self, form: &Form<K>) {
        let is_path = self.tokens.at_pair(0, ':', ':');
        let is_arrow = self.tokens.at_pair(0, '-', '>');
        let mut sign = String::new();
        let mut place: Option<Place> = None;
        while let Some(token) = self.tokens.peek(0) {
            let more = place.is_some() && token.is('>');
            if is_path || !(token.is('=') || token.is(':') || more || (is_arrow && sign.is_empty())) {
                break;
            }
            sign.push_str(&token.tree.to_string());
            place = Some(place.map_or(token.place, |place| place.to(token.place)));
            self.tokens.next();
        }
        if let Some(place) = place {
            let sign = if sign.len() > 2 { "=" } else { sign.as_str() };
            let headline = format!("no `{sign}` stands between `{}` and what follows it", form.word);
            self.findings.push(Finding::new(place, headline).help("delete it"));
        }
    }

    /// `!` in front of a group, as if the word were a macro; whether it was there.
    fn bang(&mut self, form: &Form<K>) -> bool {
        let is_call = matches!(self.tokens.peek(1), Some(Token { tree: TokenTree::Group(_), .. }));
        if !is_call || !self.tokens.at(0, '!') {
            return false;
        }
        if let Some(Token { place, .. }) = self.tokens.next() {
            let finding = Finding::new(place, format!("`{}` is a statement, not a macro", form.word));
            self.findings.push(finding.help("delete the `!` and the parentheses"));
        }
        true
    }

    fn operand(&mut self, form: &Form<K>, statement: &mut Statement<K>) {
        let until = match form.takes {
            Takes::Nothing | Takes::Block(_) => return,
            Takes::Operand => Until::Tail,
            Takes::Expression => Until::Semicolon,
        };
        let is_macro = self.bang(form);
        if let Some(literal) = self.called_with_literal(is_macro) {
            if !is_macro {
                let headline = format!("`{}` is a statement, not a call", form.word);
                self.findings.push(Finding::new(literal.place, headline).help("delete the parentheses"));
            }
            statement.operand = Some(literal);
            return;
        }
        if self.single_quote(form.word, form.operand, form.help) {
            statement.sound = false;
            return;
        }
        if !self.at_statement() {
            statement.operand = operand(self.tokens, until);
        }
        if statement.operand.is_some() {
            return;
        }
        statement.sound = false;
        let finding = if until == Until::Tail && self.tokens.at(0, '<') && self.tokens.at_word(2, "as") {
            let place = self.tokens.peek(0).map_or(self.tokens.last(), |token| token.place);
            statement.stray = self.rest();
            Finding::new(place, "an expression that starts with `<` would start the parameters")
                .help("put it in parentheses")
        } else {
            Finding::new(self.tokens.last().behind(), format!("`{}` needs {}", form.word, form.operand))
                .help(form.help)
        };
        self.findings.push(finding);
    }

    /// `'john`, which Rust reads as a lifetime, behind `word`, which takes `noun`; whether it was there.
    fn single_quote(&mut self, word: &str, noun: &str, help: &str) -> bool {
        let is_label = self.tokens.at(2, ':');
        if !self.tokens.at(0, '\'') || is_label {
            return false;
        }
        let (Some(quote), Some(name)) = (self.tokens.next(), self.tokens.next()) else { return false };
        let headline = format!("`{word}` takes {noun}, not something behind a `'`");
        let finding = Finding::new(quote.place.to(name.place), headline);
        let takes_text = help.contains(&format!("`{word} \""));
        let name = name.tree.to_string();
        self.findings.push(match shown(&name).filter(|_| takes_text) {
            Some(name) => finding.help(&format!("write `{word} \"{name}\"`, in double quotes")),
            None => finding.help(help),
        });
        true
    }

    /// `("john")`, as if the word were a function; in any delimiters if it were a macro.
    fn called_with_literal(&mut self, is_macro: bool) -> Option<Operand> {
        let Some(Token { tree: TokenTree::Group(group), .. }) = self.tokens.peek(0) else { return None };
        if group.delimiter() != Delimiter::Parenthesis && !is_macro {
            return None;
        }
        let place = self.tokens.peek(0)?.place;
        let mut inner = group.stream().into_iter();
        let (Some(literal @ TokenTree::Literal(_)), None) = (inner.next(), inner.next()) else { return None };
        let ends = match self.tokens.peek(1) {
            None => true,
            Some(token) => token.is(';') || token.is(',') || token.is('<') || begins_expression(token),
        };
        if !ends && !self.tokens.at_word(1, "as") {
            return None;
        }
        self.tokens.next();
        Some(Operand { tokens: vec![literal], place })
    }

    /// `as name` and `{ params }`; whether parameters in `< >` came last.
    fn tail(&mut self, form: &Form<K>, statement: &mut Statement<K>) -> bool {
        let mut with_params = false;
        let mut in_angles = false;
        loop {
            let at_angle = self.tokens.at(0, '<');
            let at_params = at_angle
                || matches!(self.tokens.peek(0), Some(Token { tree: TokenTree::Group(group), .. })
                    if group.delimiter() != Delimiter::None);
            if self.tokens.at_word(0, "as") {
                self.name(form, statement, with_params);
            } else if let (Takes::Block(language), Some(Token { tree: TokenTree::Group(_), .. })) =
                (form.takes, self.tokens.peek(0))
            {
                self.block(form, language, statement);
            } else if at_params && form.params.is_none() {
                self.no_params(form, statement);
            } else if at_params {
                if with_params {
                    let place = self.tokens.peek(0).map_or(self.tokens.last(), |token| token.place);
                    let headline = format!("`{}` takes its parameters once", form.word);
                    self.findings.push(Finding::new(place, headline).help("move them into the first list"));
                }
                with_params = true;
                self.params(form, statement);
            } else if !self.filler() {
                return in_angles;
            }
            in_angles = at_angle;
        }
    }

    fn name(&mut self, form: &Form<K>, statement: &mut Statement<K>, with_params: bool) {
        let Some(Token { tree: keyword, place }) = self.tokens.next() else { return };
        if self.single_quote("as", "a client name", "write `as \"john\"`") {
            statement.sound = false;
            return;
        }
        let name = if self.at_statement() { None } else { operand(self.tokens, Until::Tail) };
        let Some(name) = name else {
            statement.sound = false;
            let finding = Finding::new(place.behind(), "`as` needs a client name");
            self.findings.push(finding.help("write `as \"john\"`"));
            return;
        };
        if !form.name {
            let headline = format!("`{}` takes no `as`", form.word);
            let finding = Finding::new(place.to(name.place), headline);
            self.findings.push(finding.help(match form.takes {
                Takes::Nothing | Takes::Block(_) => "delete it",
                Takes::Operand | Takes::Expression => {
                    "delete it, or put an expression with `as` in parentheses"
                }
            }));
        } else if statement.name.is_some() {
            let finding = Finding::new(place.to(name.place), "there are two `as` in this statement");
            self.findings.push(finding.help("delete one of them"));
            return;
        } else if with_params {
            let finding = Finding::new(place.to(name.place), "`as` belongs in front of the parameters");
            self.findings.push(finding.help("move it there"));
        }
        statement.name = Some((keyword.span(), name));
    }

    /// `{ statements }`.
    fn block(&mut self, form: &Form<K>, language: &Language<K>, statement: &mut Statement<K>) {
        let Some(Token { tree: TokenTree::Group(group), place }) = self.tokens.next() else { return };
        if group.delimiter() != Delimiter::Brace {
            let finding = Finding::new(place, format!("the statements of `{}` stand in `{{ }}`", form.word));
            self.findings.push(finding.help(form.help));
        }
        let mut tokens = Tokens::of_group(&group, place);
        let findings = self.findings.len();
        let inner = statements(&mut tokens, language, self.findings);
        let is_unread = inner.is_empty() && self.findings.len() > findings;
        let end = if inner.is_empty() { place } else { tokens.last().behind() };
        match &mut statement.block {
            Some(first) => {
                let finding = Finding::new(place, format!("`{}` takes its statements once", form.word));
                self.findings.push(finding.help("move them into the first braces"));
                first.statements.extend(inner);
            }
            None => statement.block = Some(Block { statements: inner, end, is_unread }),
        }
    }

    fn params(&mut self, form: &Form<K>, statement: &mut Statement<K>) {
        let Some(Token { tree, place }) = self.tokens.next() else { return };
        let noun = form.params.unwrap_or("parameter");
        let params = if let TokenTree::Group(group) = &tree {
            if group.delimiter() != Delimiter::Brace {
                let finding = Finding::new(place, format!("{noun}s stand in `{{ }}` or `< >`"));
                self.findings.push(finding.help("write `{ user_id = id }`"));
            }
            params_in_group(&mut Tokens::of_group(group, place), noun, self.findings)
        } else {
            let language = self.language;
            params_in_angles(self.tokens, noun, &|word| language.is_word(word), self.findings)
        };
        statement.params.extend(params);
    }

    /// Parameters where there can be none.
    fn no_params(&mut self, form: &Form<K>, statement: &mut Statement<K>) {
        let Some(token) = self.tokens.peek(0) else { return };
        let place = token.place;
        let literal = statement.operand.as_ref().is_some_and(|operand| operand.literal().is_some());
        if !statement.sound {
            statement.stray = self.rest();
            return;
        }
        statement.sound = false;
        let finding = Finding::new(place, format!("`{}` takes no parameters", form.word));
        self.findings.push(finding.help(if literal {
            "delete them"
        } else {
            "delete them; an expression with braces or `<` belongs in parentheses"
        }));
        statement.stray = self.rest();
    }

    /// `with` in front of parameters.
    fn filler(&mut self) -> bool {
        let at_params = self.tokens.at(1, '<') || self.tokens.group(1, Delimiter::Brace).is_some();
        if !at_params || !self.tokens.at_word(0, "with") {
            return false;
        }
        if let Some(Token { place, .. }) = self.tokens.next() {
            let finding = Finding::new(place, "no `with` stands in front of parameters");
            self.findings.push(finding.help("delete it"));
        }
        true
    }

    /// What follows a statement that has all its parts.
    fn end(&mut self, form: &Form<K>, statement: &mut Statement<K>, in_angles: bool) {
        let Some(token) = self.tokens.peek(0) else { return };
        let (place, is_comma) = (token.place, token.is(','));
        // An operand that is missing in front of a statement was said to be missing at the very same place.
        let told = !statement.sound && statement.operand.is_none() && self.at_statement();
        if token.is(';') || told || self.separator() {
            return;
        }
        if let Some(whole) = self.unit(statement) {
            let number = statement.operand.as_ref().map_or(place, |operand| operand.place);
            let finding = Finding::new(number.to(place), "a number and its unit are written as one word");
            self.findings.push(finding.help(&format!("write `{whole}`")));
            statement.sound = false;
            statement.stray = self.rest();
            self.separator();
            return;
        }
        let is_params = self.tokens.at_equals(if is_comma { 2 } else { 1 });
        let is_assigned = self.tokens.at_equals(0);
        let is_literal = self.tokens.peek(0).is_some_and(|token| token.literal().is_some());
        statement.stray = self.rest();
        let finding = Finding::new(
            place.to(self.tokens.last()),
            match form.takes {
                Takes::Nothing => format!("this does not belong to `{}`", form.word),
                _ => format!("this does not belong to `{}`, which takes {}", form.word, form.operand),
            },
        );
        self.findings.push(if is_params && form.params.is_some() {
            finding.help("parameters stand in braces: `{ user_id = id }`")
        } else if matches!(form.takes, Takes::Nothing)
            || matches!(form.takes, Takes::Block(_)) && statement.block.is_none()
        {
            finding.help(form.help)
        } else if is_literal && form.name && statement.name.is_none() && statement.params.is_empty() {
            finding.help("write `as` in front of a client name")
        } else if in_angles {
            finding.help("a `>` ends the parameters: put a value with `<` or `>` in parentheses")
        } else if is_literal || is_assigned {
            finding.help("delete it")
        } else if statement.params.is_empty() {
            finding.help("delete it, or write `;` in front of it if it is another statement")
        } else {
            finding.help("delete it, or put the whole expression in parentheses if this is a part of one")
        });
        statement.sound = false;
        self.separator();
    }

    /// `5 m`: the two as they are written together.
    fn unit(&self, statement: &Statement<K>) -> Option<String> {
        let number = Number::of(statement.operand.as_ref()?.literal()?)?;
        number.with_unit(&self.tokens.ident(0)?.to_string())
    }

    /// Whether another statement follows, with a finding if that is without the `;`.
    fn separator(&mut self) -> bool {
        if self.tokens.at(0, ',') {
            let ends = self.tokens.peek(1).is_none_or(|token| token.is(';'));
            let next = self.tokens.ident(1).and_then(|word| self.language.read(&word.to_string()).0);
            if !ends && next.is_none() {
                return false;
            }
            if let Some(Token { place, .. }) = self.tokens.next() {
                let finding = Finding::new(place, "statements are separated by `;`, not by `,`");
                self.findings.push(finding.help("write `;`"));
            }
            return true;
        }
        let Some(word) = self.tokens.ident(0).map(ToString::to_string) else { return false };
        let (kind, spelling) = self.language.read(&word);
        let goes_on = self.tokens.peek(1).is_some_and(begins_expression);
        if spelling == Spelling::Exact || (kind.is_some() && goes_on) {
            let word = shown(&word).unwrap_or("the next statement");
            let finding =
                Finding::new(self.tokens.last().behind(), format!("a `;` is missing in front of `{word}`"));
            self.findings.push(finding.help("write `;` here"));
            return true;
        }
        false
    }

    /// Whether a statement begins here rather than an expression: a variable may have the name of a statement.
    fn at_statement(&self) -> bool {
        let Some(word) = self.tokens.ident(0).map(ToString::to_string) else { return false };
        let Some(form) = self.language.forms.iter().find(|form| form.word == word) else { return false };
        let braces = self.tokens.group(1, Delimiter::Brace).is_some();
        let ends = matches!(form.takes, Takes::Nothing | Takes::Block(_));
        self.tokens.peek(1).is_some_and(begins_expression) && (ends || !braces)
    }

    /// Tokens at the start of a statement that start none.
    fn no_statement(&mut self) {
        let place = self.tokens.peek(0).map_or(self.tokens.last(), |token| token.place);
        let is_comma = self.tokens.at(0, ',');
        let is_params = self.tokens.at(0, '<') || self.tokens.group(0, Delimiter::Brace).is_some();
        if is_comma {
            self.tokens.next();
            let finding = Finding::new(place, "there is no statement in front of this `,`");
            self.findings.push(finding.help("delete it"));
            return;
        }
        if self.is_doubled() {
            self.tokens.open();
            let finding = Finding::new(place, "these braces are one pair too many");
            self.findings.push(finding.help("delete them"));
            return;
        }
        let is_attribute = self.tokens.at(0, '#') && self.tokens.group(1, Delimiter::Bracket).is_some();
        self.stray();
        let place = place.to(self.tokens.last());
        let no_word = Finding::new(place, "a statement starts with a word");
        self.findings.push(if is_attribute {
            Finding::new(place, "statements have no attributes and no doc comments")
                .help("delete it; a comment starts with `//`")
        } else if is_params && self.language.forms.iter().any(|form| form.params.is_some()) {
            no_word.help("parameters stand in front of the `;` of their statement")
        } else if let Some(word) = self.tokens.ident(0) {
            no_word.help(&format!("delete what stands in front of `{word}`"))
        } else {
            no_word.help(&format!("the statements are {}", self.language.words()))
        });
    }

    /// Whether all that there is stands in braces of its own, or begins with braces that statements stand in.
    fn is_doubled(&self) -> bool {
        let Some(group) = self.tokens.group(0, Delimiter::Brace).filter(|_| self.tokens.is_at_start()) else {
            return false;
        };
        let mut inner = group.stream().into_iter();
        let begins = match inner.next() {
            Some(TokenTree::Ident(word)) => self.language.is_word(&word.to_string()),
            _ => false,
        };
        let is_param = matches!(inner.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
        (begins && !is_param) || self.tokens.peek(1).is_none()
    }

    /// Passes over tokens that start no statement, up to the next one.
    fn stray(&mut self) {
        while let Some(token) = self.tokens.peek(0) {
            if token.is(';') || self.is_word(0) {
                break;
            }
            self.tokens.next();
        }
    }

    /// Reads up to the end of the statement, or to where another one begins.
    fn rest(&mut self) -> Option<Operand> {
        let mut whole: Option<Operand> = None;
        while let Some(token) = self.tokens.peek(0) {
            let again = whole.is_some();
            if token.is(';') || self.at_statement() || (again && token.ident().is_some() && self.is_word(0)) {
                break;
            }
            if token.is(',') && self.tokens.ident(1).is_some() && self.is_word(1) {
                break;
            }
            let place = token.place;
            let tokens = if token.is(',') {
                self.tokens.next().map(|token| vec![token.tree]).unwrap_or_default()
            } else {
                operand(self.tokens, Until::Semicolon).map(|operand| operand.tokens).unwrap_or_default()
            };
            let read = whole.get_or_insert(Operand { tokens: Vec::new(), place });
            read.tokens.extend(tokens);
            read.place = read.place.to(self.tokens.last());
        }
        whole
    }

    fn is_word(&self, n: usize) -> bool {
        self.tokens.ident(n).is_some_and(|ident| self.language.is_word(&ident.to_string()))
    }
}
