use proc_macro2::{Delimiter, TokenTree};

use crate::macros::mistakes::{Mistake, Mistakes, shown};
use crate::macros::source_span::SourceSpan;
use crate::macros::syntax::expr::{ExprEnd, begins_expr, expr};
use crate::macros::syntax::params::{params_in_angles, params_in_group};
use crate::macros::syntax::tokens::Token;
use crate::macros::syntax::{Block, Expr, Statement, Tokens};
use crate::macros::table::{Row, Spelling, Table, Takes};

/// Reads all statements of a call or of a block.
pub(crate) fn statements(tokens: &mut Tokens, table: &'static Table, mistakes: &mut Mistakes) -> Block {
    let mistakes_before = mistakes.len();
    let mut statements = Vec::new();
    let mut parser = StatementParser { tokens, table, mistakes };
    while let Some(token) = parser.tokens.peek(0) {
        if token.is(';') {
            parser.tokens.next();
        } else if token.ident().is_some() {
            statements.extend(parser.statement());
        } else {
            parser.no_statement();
        }
    }
    let is_empty = statements.is_empty();
    let last = tokens.last();
    Block {
        statements,
        end: if is_empty { last } else { last.after() },
        is_unread: is_empty && mistakes.len() > mistakes_before,
    }
}

pub(super) struct StatementParser<'a> {
    pub(super) tokens: &'a mut Tokens,
    pub(super) table: &'static Table,
    pub(super) mistakes: &'a mut Mistakes,
}

impl StatementParser<'_> {
    fn statement(&mut self) -> Option<Statement> {
        let (mut statement, in_angles) = self.without_end()?;
        if let Some(row) = statement.row {
            self.end(row, &mut statement, in_angles);
        } else {
            statement.expr = self.rest();
            self.separator();
        }
        Some(statement)
    }

    /// Reads a keyword and what belongs to it; true if the last of it was `< params >`.
    pub(super) fn without_end(&mut self) -> Option<(Statement, bool)> {
        let Token { tree: TokenTree::Ident(word), span, .. } = self.tokens.next()? else { return None };
        let text = word.to_string();
        let (row, spelling) = self.table.read(&text);
        if spelling != Spelling::Exact {
            self.misspelled(&text, span, spelling, row);
        }
        let mut statement = Statement {
            word,
            span,
            row,
            spelling,
            expr: None,
            name: None,
            params: Vec::new(),
            spread: None,
            block: None,
            stray: None,
            sound: true,
        };
        let Some(row) = row else { return Some((statement, false)) };
        self.sign(row);
        if let Takes::Inline(table, separator, _) = row.takes {
            statement.block = Some(self.inline(table, separator));
            return Some((statement, false));
        }
        self.expr(row, &mut statement);
        let in_angles = self.tail(row, &mut statement);
        Some((statement, in_angles))
    }

    fn misspelled(&mut self, text: &str, span: SourceSpan, spelling: Spelling, row: Option<&Row>) {
        let name = self.table.name;
        if let Some((headline, help)) = self.rust_code(text) {
            self.mistakes.push(Mistake::new(span, headline).help(help));
            return;
        }
        let headline = match shown(text) {
            Some(text) => format!("`{text}` is not a statement of `{name}`"),
            None => format!("this is not a statement of `{name}`"),
        };
        let mistake = Mistake::new(span, headline);
        self.mistakes.push(match (row, self.table.elsewhere(text)) {
            (Some(row), _) if spelling == Spelling::Near => {
                mistake.help(&format!("did you mean `{}`?", row.word))
            }
            (Some(row), _) => mistake.help(row.help),
            (None, Some(place)) => mistake.help(place),
            (None, None) if self.tokens.at_equals(0) => {
                mistake.help("write a parameter in braces after its statement: `{ user_id = id }`")
            }
            (None, None) => mistake.help(&format!("the statements are {}", self.table.words())),
        });
    }

    /// Reads the expression after the keyword.
    fn expr(&mut self, row: &Row, statement: &mut Statement) {
        let end = match row.takes {
            Takes::Nothing | Takes::Block(_) | Takes::Inline(..) => return,
            Takes::ExprBeforeTail(_) => ExprEnd::Tail,
            Takes::Expr(_) => ExprEnd::Semicolon,
        };
        statement.expr = self.called_with_literal(row);
        if statement.expr.is_some() {
            return;
        }
        if self.single_quote(row.word, row.noun(), row.help) {
            statement.sound = false;
            return;
        }
        if self.name_before_value(row, statement) {
            return;
        }
        if !self.at_statement() {
            statement.expr = expr(self.tokens, end);
        }
        if statement.expr.is_none() {
            statement.sound = false;
            self.no_expr(row, end, statement);
        }
    }

    fn no_expr(&mut self, row: &Row, end: ExprEnd, statement: &mut Statement) {
        let mistake = if end == ExprEnd::Tail && self.tokens.at(0, '<') && self.tokens.at_word(2, "as") {
            let span = self.tokens.here();
            statement.stray = self.rest();
            Mistake::new(span, "here a `<` starts the parameters, not an expression")
                .help("put an expression that starts with `<` in parentheses")
        } else if end == ExprEnd::Tail && self.at_block(row) {
            let mistake =
                Mistake::new(self.tokens.here(), format!("`{}` needs {}, not a block", row.word, row.noun()));
            statement.stray = self.rest();
            mistake.help("put the block in parentheses: `({ … })`")
        } else {
            let headline = format!("`{}` needs {}", row.word, row.noun());
            Mistake::new(self.tokens.last().after(), headline).help(row.help)
        };
        self.mistakes.push(mistake);
    }

    /// Reads `as name`, `{ params }` or `{ statements }`; true if the last of them was `< params >`.
    fn tail(&mut self, row: &Row, statement: &mut Statement) -> bool {
        let mut with_params = false;
        let mut in_angles = false;
        loop {
            let at_angle = self.tokens.at(0, '<');
            let at_group = self.tokens.at_group(0);
            let at_params = at_angle || (at_group && self.tokens.group(0, Delimiter::None).is_none());
            if self.tokens.at_word(0, "as") || self.at_from(row) {
                self.name(row, statement, with_params);
            } else if let Takes::Block(table) = row.takes
                && at_group
            {
                self.block(row, table, statement);
            } else if at_params && row.params.is_none() {
                self.no_params(row, statement);
            } else if at_params {
                if with_params {
                    let headline = format!("`{}` takes one list of parameters", row.word);
                    let mistake = Mistake::new(self.tokens.here(), headline);
                    self.mistakes.push(mistake.help("move these into the first list"));
                }
                with_params = true;
                self.params(row, statement);
            } else if !self.with() {
                return in_angles;
            }
            in_angles = at_angle;
        }
    }

    /// Reads `as name`.
    fn name(&mut self, row: &Row, statement: &mut Statement, with_params: bool) {
        let Some(Token { tree: keyword, span, .. }) = self.tokens.next() else { return };
        let word = keyword.to_string();
        if word != "as" {
            let mistake = Mistake::new(span, format!("a client name follows `as`, not `{word}`"));
            self.mistakes.push(mistake.help("write `as`"));
        }
        if self.single_quote("as", "a client name", "write `as \"john\"`") {
            statement.sound = false;
            return;
        }
        let name = if self.at_statement() { None } else { expr(self.tokens, ExprEnd::Tail) };
        let Some(name) = name else {
            statement.sound = false;
            let is_block = self.at_block(row);
            let here = if is_block { self.tokens.here() } else { span.after() };
            let headline =
                if is_block { "`as` needs a client name, not a block" } else { "`as` needs a client name" };
            let mistake = Mistake::new(here, headline);
            self.mistakes.push(if is_block {
                self.tokens.next();
                mistake.help("put the block in parentheses: `({ … })`")
            } else {
                mistake.help("write `as \"john\"`")
            });
            return;
        };
        let whole = span.to(name.span);
        if row.name.is_none() {
            let mistake = Mistake::new(whole, format!("`{}` does not take `as`", row.word));
            self.mistakes.push(mistake.help(match row.takes {
                Takes::Nothing | Takes::Block(_) | Takes::Inline(..) => "delete it",
                Takes::Expr(_) | Takes::ExprBeforeTail(_) => {
                    "delete it, or put an expression with `as` in parentheses"
                }
            }));
        } else if statement.name.is_some() {
            let mistake = Mistake::new(whole, "there are two `as` in this statement");
            self.mistakes.push(mistake.help("delete one of them"));
            return;
        } else if with_params {
            let mistake = Mistake::new(whole, "`as` belongs before the parameters");
            self.mistakes.push(mistake.help("move it there"));
        }
        statement.name = Some((keyword.span(), name));
    }

    /// Reads `{ statements }`.
    fn block(&mut self, row: &Row, table: &'static Table, statement: &mut Statement) {
        let Some(Token { tree: TokenTree::Group(group), span, .. }) = self.tokens.next() else { return };
        if group.delimiter() != Delimiter::Brace {
            let mistake = Mistake::new(span, format!("the statements of `{}` go in `{{ }}`", row.word));
            self.mistakes.push(mistake.help(row.help));
        }
        let mut inner = statements(&mut Tokens::of_group(&group, span), table, self.mistakes);
        if inner.statements.is_empty() {
            inner.end = span;
        }
        match &mut statement.block {
            Some(first) => {
                let mistake = Mistake::new(span, format!("`{}` takes one pair of braces", row.word));
                self.mistakes.push(mistake.help("move these statements into the first braces"));
                first.statements.extend(inner.statements);
            }
            None => statement.block = Some(inner),
        }
    }

    /// Reads `{ params }` or `< params >`.
    fn params(&mut self, row: &Row, statement: &mut Statement) {
        let (Some(Token { tree, span, .. }), Some(params)) = (self.tokens.next(), &row.params) else {
            return;
        };
        let noun = params.noun;
        let list = if let TokenTree::Group(group) = &tree {
            if group.delimiter() != Delimiter::Brace {
                let mistake = Mistake::new(span, format!("{noun}s go in `{{ }}` or `< >`"));
                self.mistakes.push(mistake.help("write `{ user_id = id }`"));
            }
            params_in_group(&mut Tokens::of_group(group, span), params, self.mistakes)
        } else {
            params_in_angles(self.tokens, params, self.table, self.mistakes)
        };
        statement.params.extend(list.params);
        statement.spread = list.spread.or(statement.spread.take());
    }

    /// Reads parameters of a statement that takes none.
    fn no_params(&mut self, row: &Row, statement: &mut Statement) {
        let span = self.tokens.here();
        if statement.sound {
            statement.sound = false;
            let mistake = Mistake::new(span, format!("`{}` does not take parameters", row.word));
            let is_literal = statement.expr.as_ref().is_some_and(|expr| expr.literal().is_some());
            self.mistakes.push(mistake.help(if is_literal {
                "delete them"
            } else {
                "delete them, or put an expression with braces or `<` in parentheses"
            }));
        }
        statement.stray = self.rest();
    }

    /// Whether a statement starts here and not an expression, because a variable can have the name of a statement.
    pub(super) fn at_statement(&self) -> bool {
        let Some(row) = self.tokens.ident(0).and_then(|word| self.table.row(&word.to_string())) else {
            return false;
        };
        let braces = self.tokens.group(1, Delimiter::Brace).is_some();
        let ends = matches!(row.takes, Takes::Nothing | Takes::Block(_));
        self.tokens.peek(1).is_some_and(begins_expr) && (ends || !braces)
    }

    /// Whether the token `n` places ahead is the keyword of a statement.
    pub(super) fn is_word(&self, n: usize) -> bool {
        self.tokens.ident(n).is_some_and(|word| self.table.row(&word.to_string()).is_some())
    }

    /// Reads up to the end of the statement, or up to the start of another one.
    pub(super) fn rest(&mut self) -> Option<Expr> {
        let mut whole: Option<Expr> = None;
        while let Some(token) = self.tokens.peek(0) {
            let again = whole.is_some();
            if token.is(';') || self.at_statement() || (again && self.is_word(0)) {
                break;
            }
            let (span, is_comma) = (token.span, token.is(','));
            if is_comma && self.is_word(1) {
                break;
            }
            let tokens = if is_comma {
                self.tokens.next().map(|token| vec![token.tree])
            } else {
                expr(self.tokens, ExprEnd::Semicolon).map(|expr| expr.tokens)
            };
            let read = whole.get_or_insert(Expr { tokens: Vec::new(), span });
            read.tokens.extend(tokens.unwrap_or_default());
            read.span = read.span.to(self.tokens.last());
        }
        whole
    }
}
