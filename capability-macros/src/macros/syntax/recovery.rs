//! Code that would be right in Rust or in another library: it is read as what it means, with a mistake that says how to
//! write it here.

use proc_macro2::{Delimiter, Spacing, TokenTree};
use twilio_capability_rules::lifetime;

use crate::macros::mistakes::{Mistake, shown};
use crate::macros::syntax::expr::{ExprEnd, begins_expr, expr};
use crate::macros::syntax::params::{ParamParser, name_of};
use crate::macros::syntax::statements::StatementParser;
use crate::macros::syntax::tokens::Token;
use crate::macros::syntax::{Expr, Number, Param, Statement, spelled};
use crate::macros::table::Row;

impl StatementParser<'_> {
    /// `=`, `:`, `->` or the like after the keyword, as in a list of fields.
    pub(super) fn sign(&mut self, row: &Row) {
        let tokens = &*self.tokens;
        let is_path = tokens.at_pair(0, ':', ':');
        let is_sign = |n: usize| tokens.at(n, '=') || tokens.at(n, ':') || (n > 0 && tokens.at(n, '>'));
        let is_arrow = |n: usize| n == 0 && tokens.at_pair(0, '-', '>');
        let mut length = 0;
        while !is_path && (is_sign(length) || is_arrow(length)) {
            length += 1;
        }
        if let Some((sign, span)) = self.tokens.take(length) {
            let sign = if sign.len() > 2 { "=" } else { sign.as_str() };
            let headline = format!("`{sign}` does not belong after `{}`", row.word);
            self.mistakes.push(Mistake::new(span, headline).help("delete it"));
        }
    }

    /// `("john")`, as if the keyword were a function, or `!` and any delimiters, as if it were a macro.
    pub(super) fn called_with_literal(&mut self, row: &Row) -> Option<Expr> {
        let is_macro = self.tokens.at(0, '!') && self.tokens.at_group(1);
        if is_macro && let Some(Token { span, .. }) = self.tokens.next() {
            let mistake = Mistake::new(span, format!("`{}` is a statement, not a macro", row.word));
            self.mistakes.push(mistake.help("delete the `!` and the parentheses"));
        }
        let Some(Token { tree: TokenTree::Group(group), span, .. }) = self.tokens.peek(0) else {
            return None;
        };
        if group.delimiter() != Delimiter::Parenthesis && !is_macro {
            return None;
        }
        let span = *span;
        let mut inner = group.stream().into_iter();
        let (Some(literal @ TokenTree::Literal(_)), None) = (inner.next(), inner.next()) else { return None };
        let ends = match self.tokens.peek(1) {
            None => true,
            Some(token) => token.is(';') || token.is(',') || token.is('<') || begins_expr(token),
        };
        if !ends && !self.tokens.at_word(1, "as") {
            return None;
        }
        self.tokens.next();
        if !is_macro {
            let mistake = Mistake::new(span, format!("`{}` is a statement, not a call", row.word));
            self.mistakes.push(mistake.help("delete the parentheses"));
        }
        Some(Expr { tokens: vec![literal], span })
    }

    /// Reads `'john`, a lifetime in Rust, after `word`, which takes `noun`; false if there is none.
    pub(super) fn single_quote(&mut self, word: &str, noun: &str, help: &str) -> bool {
        let is_label = self.tokens.at(2, ':');
        if !self.tokens.at(0, '\'') || is_label {
            return false;
        }
        let (Some(quote), Some(name)) = (self.tokens.next(), self.tokens.next()) else { return false };
        let headline = format!("`{word}` takes {noun}, not a name after a `'`");
        let mistake = Mistake::new(quote.span.to(name.span), headline);
        let takes_string = help.contains(&format!("`{word} \""));
        let name = name.tree.to_string();
        self.mistakes.push(match shown(&name).filter(|_| takes_string) {
            Some(name) => mistake.help(&format!("write `{word} \"{name}\"`, in double quotes")),
            None => mistake.help(help),
        });
        true
    }

    /// Reads `with` before parameters; false if there is none.
    pub(super) fn with(&mut self) -> bool {
        let at_params = self.tokens.at(1, '<') || self.tokens.group(1, Delimiter::Brace).is_some();
        if !at_params || !self.tokens.at_word(0, "with") {
            return false;
        }
        if let Some(Token { span, .. }) = self.tokens.next() {
            let mistake = Mistake::new(span, "parameters are not introduced by `with`");
            self.mistakes.push(mistake.help("delete it"));
        }
        true
    }

    /// `5 m` instead of `5m`; false if the next token is not a unit.
    pub(super) fn unit(&mut self, statement: &Statement) -> bool {
        let whole = |number: &Expr| {
            let unit = self.tokens.ident(0)?.to_string();
            Some((number.span, Number::of(number.literal()?)?.with_unit(&unit)?))
        };
        let Some((number, whole)) = statement.expr.as_ref().and_then(whole) else { return false };
        let span = number.to(self.tokens.here());
        let mistake = Mistake::new(span, "a number and its unit are written without a space");
        self.mistakes.push(mistake.help(&format!("write `{whole}`")));
        true
    }

    /// `1h 30m` instead of `90m`; false if the next token is not another lifetime.
    pub(super) fn second_unit(&mut self, statement: &Statement) -> bool {
        let Some(first) = statement.expr.as_ref() else { return false };
        let Some(mut text) = first.literal().map(ToString::to_string) else { return false };
        let mut span = first.span;
        for token in (0..).map_while(|n| self.tokens.peek(n)) {
            let Some(literal) = token.literal() else { break };
            text.push_str(&literal.to_string());
            span = span.to(token.span);
        }
        let sum = text.parse().ok().and_then(|literal| Number::of(&literal)?.sum());
        let Some(sum) = sum.filter(|sum| self.tokens.at_literal(0) && lifetime::check(*sum).is_ok()) else {
            return false;
        };
        let mistake = Mistake::new(span, "a lifetime is one number with one unit");
        self.mistakes.push(mistake.help(&format!("write `{}`", spelled(sum))));
        true
    }

    /// Reads `as name` in the place of the value, and the value if it follows; false if there is no `as`.
    pub(super) fn name_before_value(&mut self, row: &Row, statement: &mut Statement) -> bool {
        if row.name.is_none() || !self.tokens.at_word(0, "as") {
            return false;
        }
        let before = self.tokens.last().after();
        let Some(Token { tree: keyword, span, .. }) = self.tokens.next() else { return false };
        let name = if self.at_statement() { None } else { expr(self.tokens, ExprEnd::Tail) };
        let has_value = self.tokens.peek(0).is_some_and(begins_expr)
            && self.tokens.group(0, Delimiter::Brace).is_none()
            && !self.at_statement();
        let whole = name.as_ref().map_or(span, |name| span.to(name.span));
        statement.name = name.map(|name| (keyword.span(), name));
        statement.sound = false;
        if has_value {
            statement.expr = expr(self.tokens, ExprEnd::Tail);
            let value = row.noun().trim_start_matches("an ").trim_start_matches("a ");
            let mistake = Mistake::new(whole, format!("`as` comes after the {value}"));
            self.mistakes.push(mistake.help(&format!("write `{} \"AP…\" as \"john\"`", row.word)));
        } else {
            let headline = format!("`{}` needs {}", row.word, row.noun());
            self.mistakes.push(Mistake::new(before, headline).help(row.help));
        }
        true
    }

    /// Whether the next tokens are `from` and a name, as if it were `as`.
    pub(super) fn at_from(&self, row: &Row) -> bool {
        row.name.is_some()
            && self.tokens.at_word(0, "from")
            && self.tokens.peek(1).is_some_and(begins_expr)
            && self.tokens.group(1, Delimiter::Brace).is_none()
    }

    /// The message for Rust code in the place of a statement, if `word` starts any.
    pub(super) fn rust_code(&self, word: &str) -> Option<(String, &'static str)> {
        let outside = |help: &'static str| Some((format!("a statement cannot be inside `{word}`"), help));
        match word {
            "if" => outside(
                "write `if` around two calls of the macro, or call a method such as `.maybe_ttl(ttl)` after the macro",
            ),
            "match" => outside("write `match` around several calls of the macro"),
            "for" | "while" | "loop" => outside("write the loop around the macro: each call makes one token"),
            "let" | "const" | "static" | "use" | "fn" => Some((
                format!("`{word}` is not a statement of `{}`", self.table.name),
                "write it before the macro",
            )),
            "return" | "break" | "continue" | "yield" => Some((
                format!("`{word}` is not a statement of `{}`", self.table.name),
                "write it outside the macro",
            )),
            "capability" | "access_token" if self.tokens.at(0, '!') => Some((
                format!("`{word}!` cannot be a statement"),
                "write its statements here, without the macro",
            )),
            _ => None,
        }
    }

    /// A second pair of braces around the statements or the first of them; false if there is none.
    pub(super) fn doubled_braces(&mut self) -> bool {
        let Some(group) = self.tokens.group(0, Delimiter::Brace).filter(|_| self.tokens.is_at_start()) else {
            return false;
        };
        let mut inner = group.stream().into_iter();
        let begins = match inner.next() {
            Some(TokenTree::Ident(word)) => self.table.row(&word.to_string()).is_some(),
            _ => false,
        };
        let is_param = matches!(inner.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
        let is_doubled = (begins && !is_param) || self.tokens.peek(1).is_none();
        if is_doubled {
            let mistake = Mistake::new(self.tokens.here(), "there is one pair of braces too many");
            self.mistakes.push(mistake.help("delete this pair"));
            self.tokens.open();
        }
        is_doubled
    }

    /// Whether the next tokens are `#[cfg(…)]`.
    pub(super) fn at_cfg(&self) -> bool {
        let first =
            self.tokens.group(1, Delimiter::Bracket).and_then(|group| group.stream().into_iter().next());
        matches!(first, Some(TokenTree::Ident(name)) if name == "cfg" || name == "cfg_attr")
    }

    /// Whether the next token is a block of Rust, and not the parameters of the statement.
    pub(super) fn at_block(&self, row: &Row) -> bool {
        let Some(group) = self.tokens.group(0, Delimiter::Brace) else { return false };
        let mut inner = group.stream().into_iter();
        let is_param = match (inner.next(), inner.next()) {
            (None, _) | (Some(TokenTree::Ident(_) | TokenTree::Literal(_)), None) => true,
            (Some(TokenTree::Punct(first)), _) => first.as_char() == '.',
            (Some(TokenTree::Ident(_) | TokenTree::Literal(_)), Some(TokenTree::Punct(sign))) => {
                matches!(sign.as_char(), ',' | '=' | ';')
                    || (sign.as_char() == ':' && sign.spacing() == Spacing::Alone)
            }
            _ => false,
        };
        row.params.is_none() || !is_param
    }

    /// Whether the next tokens are an attribute or a doc comment.
    pub(super) fn at_attribute(&self) -> bool {
        self.tokens.at(0, '#') && self.tokens.group(1, Delimiter::Bracket).is_some()
    }
}

impl ParamParser<'_> {
    /// The number of characters of an `=` at `n`, or of what people write instead: `:`, `=>`, `==`, `:=`, `->`.
    pub(super) fn sign(&self, n: usize) -> usize {
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

    /// Reads the `=`, or what is there instead.
    pub(super) fn equals(&mut self) {
        let is_right = self.tokens.at_equals(0);
        let mistake = match self.tokens.take(self.sign(0)) {
            Some(_) if is_right => return,
            Some((sign, span)) => {
                let headline = format!("a {} is written with `=`, not with `{sign}`", self.noun);
                Mistake::new(span, headline).help("write `=`")
            }
            None => Mistake::new(self.tokens.last().after(), "an `=` is missing before the value")
                .help("write `=` here"),
        };
        self.mistakes.push(mistake);
    }

    /// `;` between parameters.
    pub(super) fn semicolon(&mut self) {
        let mistake =
            Mistake::new(self.tokens.here(), format!("{}s are separated by `,`, not by `;`", self.noun));
        self.tokens.next();
        self.mistakes.push(mistake.help("write `,`"));
    }

    /// A parameter without a name: `..rest`, `user.id`, or a name of several tokens, as in `user-id = id`.
    pub(super) fn without_name(&mut self) -> Param {
        let mut text = String::new();
        let mut last_word = None;
        let mut tokens = Vec::new();
        let mut span = None;
        while let Some(token) = self.tokens.peek(0) {
            let is_end = self.ends_list(token) && !text.ends_with(['-', '=']);
            if token.is(',') || token.is(';') || self.tokens.at_equals(0) || is_end {
                break;
            }
            let first = *span.get_or_insert(token.span);
            span = Some(first.to(token.span));
            match &token.tree {
                TokenTree::Group(_) => text.push('('),
                tree => text.push_str(&tree.to_string()),
            }
            last_word = token.ident().map(|ident| name_of(&ident.to_string()));
            tokens.extend(self.tokens.next().map(|token| token.tree));
        }
        let span = span.unwrap_or_else(|| self.tokens.last().after());
        let has_value = self.tokens.at_equals(0);
        let noun = self.noun;
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_path = |text: &&str| text.chars().all(|c| is_name(c) || c == ':');
        let mistake = |headline: String, help: Option<String>| {
            Mistake::new(span, headline).help(&help.unwrap_or_else(|| "write `name = value`".to_owned()))
        };
        self.mistakes.push(if text.starts_with("..") {
            let help = "write `name = value` for each".to_owned();
            mistake(format!("{noun}s are written one by one, without `..`"), Some(help))
        } else if text.is_empty() {
            mistake(format!("this {noun} has no name"), None)
        } else if has_value {
            let help = match shown(&text).filter(|text| text.chars().all(is_name)) {
                Some(text) => format!("write `\"{text}\" = `"),
                None => "write `name = value`, or `\"name\" = value`".to_owned(),
            };
            mistake(format!("the name of a {noun} is one word, or a string in quotes"), Some(help))
        } else {
            let named = last_word.zip(shown(&text).filter(is_path)).filter(|(name, text)| text != name);
            mistake(
                "this value has no name".to_owned(),
                named.map(|(name, text)| format!("write `{name} = {text}`")),
            )
        });
        let value = if has_value { self.value() } else { Some(Expr { tokens, span }) };
        Param { name: None, value: value.filter(|value| !value.tokens.is_empty()) }
    }
}
