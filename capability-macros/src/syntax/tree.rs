//! The syntax tree. It keeps what is wrong, so that one mistake does not hide the next and an editor sees all that
//! was typed.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenTree};

use crate::findings::shown;
use crate::syntax::Place;

/// `word operand as name { params }` or `word { statements }`, whichever of these were there.
pub(crate) struct Statement<K> {
    pub(crate) word: Ident,
    pub(crate) place: Place,
    /// What the word means, as far as it could be guessed.
    pub(crate) kind: Option<K>,
    pub(crate) spelling: Spelling,
    pub(crate) operand: Option<Operand>,
    /// The keyword `as` and the operand behind it.
    pub(crate) name: Option<(Span, Operand)>,
    pub(crate) params: Vec<Param>,
    pub(crate) block: Option<Block<K>>,
    /// What follows all that belongs to the statement.
    pub(crate) stray: Option<Operand>,
    /// Whether the parser found all parts where they belong.
    pub(crate) sound: bool,
}

/// Statements in braces.
pub(crate) struct Block<K> {
    pub(crate) statements: Vec<Statement<K>>,
    /// Where the last one ends.
    pub(crate) end: Place,
    /// Whether nothing in it could be read as a statement: what it lacks then may have been meant.
    pub(crate) is_unread: bool,
}

impl<K> Statement<K> {
    /// All expressions of the statement, but for the value of a parameter whose name is wrong.
    pub(crate) fn operands(&self) -> impl Iterator<Item = &Operand> {
        let name = self.name.iter().map(|(_, name)| name);
        let named = self.params.iter().filter(|param| param.key.is_some());
        let params = named.filter_map(|param| param.value.as_ref());
        self.operand.iter().chain(name).chain(params)
    }
}

/// How a statement's word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spelling {
    /// As the language has it.
    Exact,
    /// Nearly so.
    Near,
    /// As something else has it: another library, a claim of the token. Its operands may follow other rules too.
    Foreign,
    /// In no way that could be understood.
    Unknown,
}

/// An expression, as the tokens that it was written in; at least one.
pub(crate) struct Operand {
    pub(crate) tokens: Vec<TokenTree>,
    pub(crate) place: Place,
}

impl Operand {
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
    pub(crate) fn told(&self) -> Option<String> {
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

/// `key = value`, or `key` alone, whose value is then the variable of that name.
pub(crate) struct Param {
    /// Nothing if the parser found none and said so.
    pub(crate) key: Option<Key>,
    pub(crate) value: Option<Operand>,
}

/// The name of a parameter.
pub(crate) enum Key {
    /// An identifier, as the name it stands for.
    Ident(String, Place),
    /// A literal, yet to be checked.
    Literal(Literal, Place),
}
