//! Tokens in the wrong place: they are skipped, up to where a new statement can start.

use proc_macro2::Delimiter;

use crate::macros::mistakes::{Mistake, shown};
use crate::macros::syntax::expr::begins_expr;
use crate::macros::syntax::statements::StatementParser;
use crate::macros::syntax::{Expr, Statement};
use crate::macros::table::{Row, Spelling, Takes};

impl StatementParser<'_> {
    /// Skips what follows a complete statement.
    pub(super) fn end(&mut self, row: &Row, statement: &mut Statement, in_angles: bool) {
        let Some(token) = self.tokens.peek(0) else { return };
        let (span, is_comma) = (token.span, token.is(','));
        // A missing expression was reported at this place, where the next statement starts.
        let is_reported = !statement.sound && statement.expr.is_none() && self.at_statement();
        if token.is(';') || is_reported || self.separator() {
            return;
        }
        if self.unit(statement) || self.second_unit(statement) {
            statement.sound = false;
            statement.stray = self.rest();
            self.separator();
            return;
        }
        let is_params = self.tokens.at_equals(if is_comma { 2 } else { 1 });
        let is_assigned = self.tokens.at_equals(0);
        let is_literal = self.tokens.at_literal(0);
        statement.stray = self.rest();
        let headline = match row.takes {
            Takes::Nothing => format!("this does not belong to `{}`", row.word),
            _ => format!("this does not belong to `{}`, which takes {}", row.word, row.noun()),
        };
        let name = statement.stray.as_ref().filter(|_| !is_literal).and_then(Expr::shown);
        let is_grant = matches!(row.takes, Takes::Block(_)) && statement.block.is_none();
        let of_grant = name.filter(|_| is_grant).map(|name| {
            format!(
                "{}; for a grant in a variable, call `.{}({name})` on an `AccessToken`",
                row.help, row.word
            )
        });
        let help = if let Some(help) = &of_grant {
            help
        } else if is_params && row.params.is_some() {
            "write parameters in braces: `{ user_id = id }`"
        } else if matches!(row.takes, Takes::Nothing) || is_grant {
            row.help
        } else if is_literal && row.name.is_some() && statement.name.is_none() && statement.params.is_empty()
        {
            "write `as` before a client name"
        } else if in_angles {
            "a `>` ends the parameters: put a value with `<` or `>` in parentheses"
        } else if is_literal || is_assigned {
            "delete it"
        } else if statement.params.is_empty() {
            "delete it, or write `;` before it if it is another statement"
        } else {
            "delete it, or put the whole expression in parentheses if this is part of it"
        };
        self.mistakes.push(Mistake::new(span.to(self.tokens.last()), headline).help(help));
        statement.sound = false;
        self.separator();
    }

    /// Whether another statement follows. A missing `;` is a mistake.
    pub(super) fn separator(&mut self) -> bool {
        let read = |n| {
            let word = self.tokens.ident(n)?.to_string();
            let (row, spelling) = self.table.read(&word);
            Some((word, row, spelling))
        };
        if self.tokens.at(0, ',') {
            let ends = self.tokens.peek(1).is_none_or(|token| token.is(';'));
            let next = read(1).and_then(|(_, row, _)| row);
            if !ends && next.is_none() {
                return false;
            }
            let mistake = Mistake::new(self.tokens.here(), "statements are separated by `;`, not by `,`");
            self.tokens.next();
            self.mistakes.push(mistake.help("write `;`"));
            return true;
        }
        let Some((word, row, spelling)) = read(0) else { return false };
        let goes_on = self.tokens.peek(1).is_some_and(begins_expr);
        let follows = spelling == Spelling::Exact || (row.is_some() && goes_on);
        if follows {
            let word = shown(&word).unwrap_or("the next statement");
            let headline = format!("a `;` is missing before `{word}`");
            let mistake = Mistake::new(self.tokens.last().after(), headline);
            self.mistakes.push(mistake.help("write `;` here"));
        }
        follows
    }

    /// Skips tokens that cannot start a statement.
    pub(super) fn no_statement(&mut self) {
        let first = self.tokens.here();
        if self.tokens.at(0, ',') {
            self.tokens.next();
            let mistake = Mistake::new(first, "there is no statement before this `,`");
            self.mistakes.push(mistake.help("delete it"));
            return;
        }
        if self.doubled_braces() {
            return;
        }
        let is_params = self.tokens.at(0, '<') || self.tokens.group(0, Delimiter::Brace).is_some();
        let is_attribute = self.at_attribute();
        let is_cfg = is_attribute && self.at_cfg();
        while self.tokens.peek(0).is_some_and(|token| !token.is(';')) && !self.is_word(0) {
            self.tokens.next();
        }
        let span = first.to(self.tokens.last());
        let no_word = Mistake::new(span, "a statement starts with a keyword");
        self.mistakes.push(if is_attribute {
            let mistake = Mistake::new(span, "a statement cannot have an attribute or a doc comment");
            mistake.help(if is_cfg {
                "write `if cfg!(…) { … } else { … }` around two calls of the macro"
            } else {
                "delete it; a comment starts with `//`"
            })
        } else if is_params && self.table.rows.iter().any(|row| row.params.is_some()) {
            no_word.help("write parameters before the `;` of their statement")
        } else if let Some(word) = self.tokens.ident(0) {
            no_word.help(&format!("delete what comes before `{word}`"))
        } else {
            no_word.help(&format!("the statements are {}", self.table.words()))
        });
    }
}
