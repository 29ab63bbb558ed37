use crate::macros::mistakes::Mistake;
use crate::macros::syntax::Block;
use crate::macros::syntax::statements::StatementParser;
use crate::macros::table::{Separator, Table};

impl StatementParser<'_> {
    /// Reads statements that are not in braces, up to a token that starts none of them.
    pub(super) fn inline(&mut self, table: &'static Table, separator: Separator) -> Block {
        let mut statements = Vec::new();
        while self.begins_inline(table) {
            let mut inner = StatementParser { tokens: self.tokens, table, mistakes: self.mistakes };
            let Some((mut statement, _)) = inner.without_end() else { break };
            if statement.row.is_none() && separator == Separator::Nothing {
                statement.stray = inner.rest();
            }
            statements.push(statement);
            if separator == Separator::Comma && !self.comma(table) {
                break;
            }
        }
        Block { statements, end: self.tokens.last().after(), is_unread: false }
    }

    /// Whether the next token is a keyword of `table`, or a word that is not a keyword of the surrounding statements.
    fn begins_inline(&self, table: &Table) -> bool {
        let Some(word) = self.tokens.ident(0).map(ToString::to_string) else { return false };
        table.read(&word).0.is_some() || self.table.row(&word).is_none()
    }

    /// Reads the `,` before another statement. A missing one is a mistake.
    fn comma(&mut self, table: &Table) -> bool {
        if self.tokens.at(0, ',') {
            // Before a keyword of the surrounding statements, it should be a `;`.
            let goes_on = !self.is_word(1);
            if goes_on {
                self.tokens.next();
            }
            return goes_on;
        }
        let Some(word) = self.tokens.ident(0).map(ToString::to_string) else { return false };
        let follows = table.row(&word).is_some();
        if follows {
            let mistake =
                Mistake::new(self.tokens.last().after(), format!("a `,` is missing before `{word}`"));
            self.mistakes.push(mistake.help("write `,` here"));
        }
        follows
    }
}
