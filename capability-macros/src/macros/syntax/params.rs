use proc_macro2::TokenTree;

use crate::macros::mistakes::{Mistake, Mistakes, shown};
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::expr::{ExprEnd, expr};
use crate::macros::syntax::tokens::Token;
use crate::macros::syntax::{Expr, Param, ParamList, ParamName, Tokens};
use crate::macros::table::{Params, Table};

/// Reads the parameters between the delimiters of a group, up to its end.
pub(super) fn params_in_group(tokens: &mut Tokens, row: &Params, mistakes: &mut Mistakes) -> ParamList {
    ParamParser { tokens, noun: row.noun, has_spread: row.spread_ty.is_some(), mistakes, angles: None }
        .params()
}

/// Reads the parameters after a `<`, and the `>` that closes them. A keyword of `table` shows that the `>` is missing.
pub(super) fn params_in_angles(
    tokens: &mut Tokens,
    row: &Params,
    table: &Table,
    mistakes: &mut Mistakes,
) -> ParamList {
    ParamParser { tokens, noun: row.noun, has_spread: row.spread_ty.is_some(), mistakes, angles: Some(table) }
        .params()
}

pub(super) struct ParamParser<'a> {
    pub(super) tokens: &'a mut Tokens,
    /// What a parameter is called in messages.
    pub(super) noun: &'a str,
    /// Whether the list can end in `..expr`.
    pub(super) has_spread: bool,
    pub(super) mistakes: &'a mut Mistakes,
    /// The table of the surrounding statements, if a `>` and not the end of a group closes the parameters.
    angles: Option<&'a Table>,
}

impl ParamParser<'_> {
    fn params(mut self) -> ParamList {
        let mut list = ParamList::default();
        while let Some(token) = self.tokens.peek(0) {
            if self.ends_list(token) {
                self.tokens.next();
                return list;
            } else if token.is(',') {
                self.needless_comma();
            } else if self.is_unclosed() {
                break;
            } else if token.is(';') {
                self.semicolon();
            } else if self.at_spread() {
                self.spread(&mut list);
                if !self.end_of_param() {
                    break;
                }
            } else {
                list.params.push(self.param());
                if !self.end_of_param() {
                    break;
                }
            }
        }
        if self.angles.is_some() {
            let headline = format!("the `<` before the {}s is not closed", self.noun);
            let mistake = Mistake::new(self.tokens.last().after(), headline);
            self.mistakes.push(mistake.help("write `>` here"));
        }
        list
    }

    /// Whether `token` is the `>` that closes the parameters.
    pub(super) fn ends_list(&self, token: &Token) -> bool {
        self.angles.is_some() && token.is('>')
    }

    /// Whether the next tokens belong to the next statement: a `;` that no parameter follows, or the keyword of a statement
    /// that is not the name of a parameter.
    fn is_unclosed(&self) -> bool {
        let (Some(table), tokens) = (self.angles, &self.tokens) else { return false };
        let at = usize::from(tokens.at(0, ';'));
        let goes_on = tokens.at_equals(at + 1) || tokens.at(at + 1, ',') || tokens.at(at + 1, '>');
        match tokens.peek(at) {
            None => true,
            Some(Token { tree: TokenTree::Ident(ident), .. }) => {
                !goes_on && (at > 0 || table.row(&ident.to_string()).is_some())
            }
            Some(token) => at > 0 && !(token.literal().is_some() && goes_on),
        }
    }

    fn param(&mut self) -> Param {
        let has_name = self.at_name(0);
        if self.lacks_equals() || (has_name && !self.ends_name(1) && self.sign(1) > 0) {
            return self.long();
        }
        if has_name && self.ends_name(1) { self.short() } else { self.without_name() }
    }

    fn at_name(&self, n: usize) -> bool {
        self.tokens.ident(n).is_some() || self.tokens.at_literal(n)
    }

    /// Whether the next tokens are `user_id "7"`, and not `user_id` before another parameter `"name" = value`.
    fn lacks_equals(&self) -> bool {
        self.tokens.ident(0).is_some() && self.tokens.at_literal(1) && self.sign(2) == 0
    }

    /// Whether a parameter that is only a name can end there: at a separator, the end, or another name.
    fn ends_name(&self, n: usize) -> bool {
        let ends = |token: &Token| token.is(',') || token.is(';') || self.ends_list(token);
        let at_spread = self.has_spread && self.tokens.at_pair(n, '.', '.');
        self.at_name(n) || at_spread || self.tokens.peek(n).is_none_or(ends)
    }

    fn at_spread(&self) -> bool {
        self.has_spread && self.tokens.at_pair(0, '.', '.')
    }

    /// Reads `..expr`, which is the last of the list.
    fn spread(&mut self, list: &mut ParamList) {
        let Some((_, dots)) = self.tokens.take(2) else { return };
        let end = if self.angles.is_some() { ExprEnd::Angle } else { ExprEnd::Semicolon };
        let Some(expr) = expr(self.tokens, end) else {
            let mistake = Mistake::new(dots.after(), "there are no parameters after this `..`");
            self.mistakes.push(mistake.help("write `..more`, where `more` contains the other parameters"));
            return;
        };
        let span = dots.to(expr.span);
        let at = usize::from(self.tokens.at(0, ',') || self.tokens.at(0, ';'));
        if list.spread.is_some() {
            let mistake = Mistake::new(span, "there are two `..` in this list");
            self.mistakes.push(mistake.help("delete one of them"));
        } else if self.tokens.peek(at).is_some_and(|token| !self.ends_list(token))
            && !self.tokens.at_pair(at, '.', '.')
        {
            let mistake = Mistake::new(span, "`..` comes after all other parameters");
            self.mistakes
                .push(mistake.help("move it to the end; the parameters with a name win over those in it"));
        }
        list.spread.get_or_insert(expr);
    }

    /// `user_id`, for `user_id = user_id`.
    fn short(&mut self) -> Param {
        let Some(token) = self.tokens.next() else { return Param { name: None, value: None } };
        let (text, span) = (token.tree.to_string(), token.span);
        let is_variable = token.ident().is_some() && !KEYWORDS.contains(&text.as_str());
        if !is_variable && text != "_" {
            let mistake = Mistake::new(span.after(), format!("this {} has no value", self.noun));
            self.mistakes.push(match shown(&text) {
                Some(name) => mistake.help(&format!("write `{name} = ` and a value")),
                None => mistake.help("write `=` and a value; only an identifier can be used alone"),
            });
        }
        let value = Expr { tokens: vec![token.tree.clone()], span };
        Param { name: self.name(token), value: is_variable.then_some(value) }
    }

    /// `user_id = value`.
    fn long(&mut self) -> Param {
        let name = self.tokens.next().and_then(|token| self.name(token));
        Param { name, value: self.value() }
    }

    /// The name of a parameter: any identifier, also a keyword of Rust, or a literal.
    fn name(&mut self, Token { tree, span, .. }: Token) -> Option<ParamName> {
        match tree {
            TokenTree::Ident(ident) if ident == "_" => {
                let mistake = Mistake::new(span, format!("`_` is not the name of a {}", self.noun));
                self.mistakes.push(mistake.help("write `name = value`"));
                None
            }
            TokenTree::Ident(ident) => Some(ParamName::Ident(name_of(&ident.to_string()), span)),
            TokenTree::Literal(literal) => Some(ParamName::Literal(literal, span)),
            _ => None,
        }
    }

    /// `= value`.
    pub(super) fn value(&mut self) -> Option<Expr> {
        self.equals();
        let end = if self.angles.is_some() { ExprEnd::Angle } else { ExprEnd::Semicolon };
        let value = expr(self.tokens, end);
        if value.is_none() {
            let headline = format!("this {} has no value", self.noun);
            let mistake = Mistake::new(self.tokens.last().after(), headline);
            self.mistakes
                .push(mistake.help("write one after the `=`; `user_id` alone means `user_id = user_id`"));
        }
        value
    }

    /// Reads what follows a parameter; false if the parameters end here and are not closed.
    fn end_of_param(&mut self) -> bool {
        let Some(token) = self.tokens.peek(0) else { return true };
        if token.is(',') {
            self.tokens.next();
            return true;
        }
        if token.is(';') || self.ends_list(token) {
            return true;
        }
        if self.at_spread() {
            let mistake = Mistake::new(self.tokens.last().after(), "a `,` is missing before `..`");
            self.mistakes.push(mistake.help("write `,` here"));
            return true;
        }
        if self.is_unclosed() {
            return false;
        }
        let is_short = self.tokens.ident(0).is_some() && self.ends_name(1);
        if is_short || (self.at_name(0) && self.sign(1) > 0) {
            let headline = format!("a `,` is missing between two {}s", self.noun);
            let mistake = Mistake::new(self.tokens.last().after(), headline);
            self.mistakes.push(mistake.help("write `,` here"));
        } else {
            self.too_much();
        }
        true
    }

    /// Skips what continues neither the value nor the list.
    fn too_much(&mut self) {
        let mut span: Option<SourceSpan> = None;
        while let Some(token) = self.tokens.peek(0) {
            if token.is(',') || token.is(';') || self.ends_list(token) {
                break;
            }
            span = Some(span.map_or(token.span, |span| span.to(token.span)));
            self.tokens.next();
        }
        if self.tokens.at(0, ',') {
            self.tokens.next();
        }
        if let Some(span) = span {
            let headline = format!("this does not belong to the value of the {}", self.noun);
            let help = format!("delete it, or write `,` before another {}", self.noun);
            self.mistakes.push(Mistake::new(span, headline).help(&help));
        }
    }

    fn needless_comma(&mut self) {
        let mistake = Mistake::new(self.tokens.here(), format!("there is no {} before this `,`", self.noun));
        self.tokens.next();
        self.mistakes.push(mistake.help("delete it"));
    }
}

/// Words that can be the name of a parameter but not of a variable.
const KEYWORDS: [&str; 36] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return",
    "static", "struct", "super", "trait", "type", "unsafe", "use", "where", "while", "yield", "_",
];

/// The name of an identifier: `type` for `r#type`.
pub(super) fn name_of(ident: &str) -> String {
    ident.strip_prefix("r#").unwrap_or(ident).to_owned()
}
