//! The syntax tree. It keeps what is wrong, so that one mistake does not hide the next and an editor sees all that
//! was typed.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenTree};

use crate::macros::findings::shown;
use crate::macros::source_span::SourceSpan;
use crate::macros::table::{Row, Spelling};

/// `word expr as name { params }` or `word { statements }`, whichever of these were there.
pub(crate) struct Statement {
    pub(crate) word: Ident,
    pub(crate) span: SourceSpan,
    /// What the word means, as far as it could be guessed.
    pub(crate) row: Option<&'static Row>,
    pub(crate) spelling: Spelling,
    pub(crate) expr: Option<Expr>,
    /// The keyword `as` and the expression behind it.
    pub(crate) name: Option<(Span, Expr)>,
    pub(crate) params: Vec<Param>,
    pub(crate) block: Option<Block>,
    /// What follows all that belongs to the statement.
    pub(crate) stray: Option<Expr>,
    /// Whether the parser found all parts where they belong.
    pub(crate) sound: bool,
}

/// The statements of a call, or those in the braces of one.
pub(crate) struct Block {
    pub(crate) statements: Vec<Statement>,
    /// Where something that is missing belongs.
    pub(crate) end: SourceSpan,
    /// Whether there is something, but nothing that could be read as a statement.
    pub(crate) is_unread: bool,
}

impl Block {
    /// Whether there is a statement of that word, however it is spelled.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.statements.iter().any(|statement| statement.row.is_some_and(|row| row.word == word))
    }
}

impl Statement {
    /// All expressions of the statement, but for the value of a parameter whose name is wrong.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let name = self.name.iter().map(|(_, name)| name);
        let named = self.params.iter().filter(|param| param.name.is_some());
        let params = named.filter_map(|param| param.value.as_ref());
        self.expr.iter().chain(name).chain(params)
    }
}

/// An expression, as the tokens that it was written in; at least one.
pub(crate) struct Expr {
    pub(crate) tokens: Vec<TokenTree>,
    pub(crate) span: SourceSpan,
}

impl Expr {
    /// The literal that this is, if it is one.
    pub(crate) fn literal(&self) -> Option<&Literal> {
        match self.tokens.as_slice() {
            [TokenTree::Literal(literal)] => Some(literal),
            _ => None,
        }
    }

    /// Whether the expression ends in an operator. The compiler would say so where the word of the statement is, since
    /// there is no token of the user's behind it.
    pub(crate) fn is_unfinished(&self) -> bool {
        match self.tokens.as_slice() {
            // `a..` is whole.
            [.., TokenTree::Punct(dot), TokenTree::Punct(last)] if dot.as_char() == '.' => {
                !matches!(last.as_char(), '.' | '=')
            }
            [.., TokenTree::Punct(last)] => "+-*/%^&|=<.:!@".contains(last.as_char()),
            _ => false,
        }
    }

    /// The expression, to repeat it in a message; what stands in parentheses or the like is left out.
    pub(crate) fn shown(&self) -> Option<String> {
        let mut text = String::new();
        for tree in &self.tokens {
            let part = match tree {
                TokenTree::Group(group) => match group.delimiter() {
                    Delimiter::Parenthesis => "(…)".to_owned(),
                    Delimiter::Bracket => "[…]".to_owned(),
                    Delimiter::Brace => "{…}".to_owned(),
                    Delimiter::None => "…".to_owned(),
                },
                tree => tree.to_string(),
            };
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            if text.ends_with(is_word) && part.starts_with(is_word) {
                text.push(' ');
            }
            text.push_str(&part);
            shown(&text)?;
        }
        Some(text)
    }
}

/// `name = value`, or `name` alone, whose value is then the variable of that name.
pub(crate) struct Param {
    /// Nothing if the parser found none and said so.
    pub(crate) name: Option<ParamName>,
    pub(crate) value: Option<Expr>,
}

/// The name of a parameter.
pub(crate) enum ParamName {
    /// An identifier, as the name it stands for.
    Ident(String, SourceSpan),
    /// A literal, yet to be checked.
    Literal(Literal, SourceSpan),
}

impl ParamName {
    pub(crate) fn span(&self) -> SourceSpan {
        match self {
            Self::Ident(_, span) | Self::Literal(_, span) => *span,
        }
    }
}
