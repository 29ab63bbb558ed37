//! The syntax tree. It also holds what is wrong, so that one mistake does not hide the next and an editor sees everything that
//! was typed.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenTree};

use crate::macros::mistakes::shown;
use crate::macros::source_span::SourceSpan;
use crate::macros::table::{Row, Spelling};

/// `keyword expr as name { params }` or `keyword { statements }`, or parts of these.
pub(crate) struct Statement {
    pub(crate) word: Ident,
    pub(crate) span: SourceSpan,
    /// What the keyword means, if it is known or could be guessed.
    pub(crate) row: Option<&'static Row>,
    pub(crate) spelling: Spelling,
    pub(crate) expr: Option<Expr>,
    /// The span of `as`, and the expression after it.
    pub(crate) name: Option<(Span, Expr)>,
    pub(crate) params: Vec<Param>,
    /// The expression of `..expr` at the end of the parameters.
    pub(crate) spread: Option<Expr>,
    pub(crate) block: Option<Block>,
    /// What follows the statement and does not belong to it.
    pub(crate) stray: Option<Expr>,
    /// Whether all parts are where they belong.
    pub(crate) sound: bool,
}

/// The statements of a call, or those in the braces of one.
pub(crate) struct Block {
    pub(crate) statements: Vec<Statement>,
    /// The place for what is missing.
    pub(crate) end: SourceSpan,
    /// Whether the block is not empty, but nothing in it could be read as a statement.
    pub(crate) is_unread: bool,
}

impl Block {
    /// Whether there is a statement with this keyword, also if it is misspelled.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.statements.iter().any(|statement| statement.row.is_some_and(|row| row.word == word))
    }
}

impl Statement {
    /// All expressions of the statement, except for the values of parameters whose names are wrong.
    pub(crate) fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let name = self.name.iter().map(|(_, name)| name);
        let named = self.params.iter().filter(|param| param.name.is_some());
        let params = named.filter_map(|param| param.value.as_ref());
        self.expr.iter().chain(name).chain(params).chain(&self.spread)
    }
}

/// The tokens of an expression; at least one.
pub(crate) struct Expr {
    pub(crate) tokens: Vec<TokenTree>,
    pub(crate) span: SourceSpan,
}

impl Expr {
    /// The literal, if the expression is just one.
    pub(crate) fn literal(&self) -> Option<&Literal> {
        match self.tokens.as_slice() {
            [TokenTree::Literal(literal)] => Some(literal),
            _ => None,
        }
    }

    /// Whether this is a macro of the standard library that the compiler expands to a string literal.
    pub(crate) fn is_constant_string(&self) -> bool {
        let [.., TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_)] =
            self.tokens.as_slice()
        else {
            return false;
        };
        let is_path = |(n, tree): (usize, &TokenTree)| match tree {
            TokenTree::Punct(punct) => punct.as_char() == ':',
            TokenTree::Ident(ident) => n > 2 || ident == "std" || ident == "core",
            _ => false,
        };
        let is_of_std = self.tokens.iter().take(self.tokens.len() - 3).enumerate().all(is_path);
        let is_string = ["concat", "env", "include_str", "stringify"].iter().any(|word| name == word);
        mark.as_char() == '!' && is_string && is_of_std
    }

    /// Whether the expression ends in an operator. The compiler would report that at the keyword of the statement, because no
    /// token of the user follows the operator.
    pub(crate) fn is_unfinished(&self) -> bool {
        match self.tokens.as_slice() {
            // `a..` is complete.
            [.., TokenTree::Punct(dot), TokenTree::Punct(last)] if dot.as_char() == '.' => {
                !matches!(last.as_char(), '.' | '=')
            }
            [.., TokenTree::Punct(last)] => "+-*/%^&|=<.:!@".contains(last.as_char()),
            _ => false,
        }
    }

    /// The expression for use in a message. The contents of parentheses, brackets and braces are left out.
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

/// The parameters of a statement: `name = value, …, ..spread`.
#[derive(Default)]
pub(crate) struct ParamList {
    pub(crate) params: Vec<Param>,
    pub(crate) spread: Option<Expr>,
}

/// `name = value`, or `name` alone, whose value is then the variable of that name.
pub(crate) struct Param {
    /// Nothing if there is none, which is then a mistake.
    pub(crate) name: Option<ParamName>,
    pub(crate) value: Option<Expr>,
}

/// The name of a parameter.
pub(crate) enum ParamName {
    /// An identifier, without `r#`.
    Ident(String, SourceSpan),
    /// A literal that is not checked yet.
    Literal(Literal, SourceSpan),
}

impl ParamName {
    pub(crate) fn span(&self) -> SourceSpan {
        match self {
            Self::Ident(_, span) | Self::Literal(_, span) => *span,
        }
    }
}
