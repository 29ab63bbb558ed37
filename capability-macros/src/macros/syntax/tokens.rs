use std::{mem, vec};

use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, Span, TokenTree};

use crate::macros::source_span::{Order, SourceSpan};

/// The tokens of one block, read from the start.
///
/// Groups are not opened. The parser of a block makes new [`Tokens`] for it, so that the depth of nesting in expressions does
/// not matter.
pub(crate) struct Tokens {
    rest: vec::IntoIter<Token>,
    last: SourceSpan,
    is_at_start: bool,
}

pub(crate) struct Token {
    pub(crate) tree: TokenTree,
    pub(crate) span: SourceSpan,
    /// Whether it is the whole of a fragment of `macro_rules!`, such as `$block`.
    pub(crate) is_fragment: bool,
}

impl Tokens {
    /// The tokens of a whole call, which has the span `call`.
    pub(crate) fn of_call(trees: impl Iterator<Item = TokenTree>, call: Span) -> Self {
        Self::new(trees, 0, SourceSpan::call(call))
    }

    /// The tokens between the delimiters of `group`, which is at `span`.
    pub(crate) fn of_group(group: &Group, span: SourceSpan) -> Self {
        let level = span.order.iter().rposition(|number| *number > 0).map_or(0, |level| level + 1);
        let open = SourceSpan { first: group.span_open(), last: group.span_open(), order: span.order };
        Self::new(group.stream().into_iter(), level, open)
    }

    fn new(trees: impl Iterator<Item = TokenTree>, level: usize, before: SourceSpan) -> Self {
        let mut list = Vec::new();
        for tree in trees {
            let is_fragment = is_invisible(&tree);
            let Some(tree) = peeled(tree) else { continue };
            let mut order: Order = before.order;
            if let Some(number) = order.get_mut(level) {
                *number = 2 * (list.len() + 1);
            }
            let span = SourceSpan { order, ..SourceSpan::call(tree.span()) };
            list.push(Token { tree, span, is_fragment });
        }
        Self { rest: list.into_iter(), last: before, is_at_start: true }
    }

    /// The token `n` places ahead.
    pub(crate) fn peek(&self, n: usize) -> Option<&Token> {
        self.rest.as_slice().get(n)
    }

    pub(crate) fn next(&mut self) -> Option<Token> {
        let token = self.rest.next()?;
        self.last = token.span;
        self.is_at_start = false;
        Some(token)
    }

    /// Reads `n` tokens and returns their text and their place; nothing if `n` is 0.
    pub(crate) fn take(&mut self, n: usize) -> Option<(String, SourceSpan)> {
        let mut taken: Option<(String, SourceSpan)> = None;
        for token in (0..n).map_while(|_| self.next()) {
            let (text, span) = taken.get_or_insert((String::new(), token.span));
            text.push_str(&token.tree.to_string());
            *span = span.to(token.span);
        }
        taken
    }

    /// Replaces the next token, a group, with the tokens in it.
    pub(crate) fn open(&mut self) {
        let Some(Token { tree: TokenTree::Group(group), span, .. }) = self.rest.next() else { return };
        let inner = group.stream().into_iter().filter_map(|tree| {
            let is_fragment = is_invisible(&tree);
            let tree = peeled(tree)?;
            let span = SourceSpan { order: span.order, ..SourceSpan::call(tree.span()) };
            Some(Token { tree, span, is_fragment })
        });
        self.rest = inner.chain(mem::take(&mut self.rest)).collect::<Vec<_>>().into_iter();
    }

    /// Whether no token was read yet.
    pub(crate) fn is_at_start(&self) -> bool {
        self.is_at_start
    }

    /// The place of the last token that was read; before the first, the place of what comes before it.
    pub(crate) fn last(&self) -> SourceSpan {
        self.last
    }

    /// The place of the next token; at the end, that of the last.
    pub(crate) fn here(&self) -> SourceSpan {
        self.peek(0).map_or(self.last, |token| token.span)
    }

    pub(crate) fn at(&self, n: usize, punct: char) -> bool {
        self.peek(n).is_some_and(|token| token.is(punct))
    }

    /// Whether the tokens at `n` are these two characters without a space between them.
    pub(crate) fn at_pair(&self, n: usize, first: char, second: char) -> bool {
        self.peek(n).is_some_and(|token| token.is_joint(first)) && self.at(n + 1, second)
    }

    /// Whether the token at `n` is `=` and not the start of `==` or `=>`.
    pub(crate) fn at_equals(&self, n: usize) -> bool {
        self.at(n, '=') && !self.at_pair(n, '=', '=') && !self.at_pair(n, '=', '>')
    }

    pub(crate) fn ident(&self, n: usize) -> Option<&Ident> {
        self.peek(n).and_then(Token::ident)
    }

    pub(crate) fn at_word(&self, n: usize, word: &str) -> bool {
        self.ident(n).is_some_and(|ident| ident == word)
    }

    pub(crate) fn at_literal(&self, n: usize) -> bool {
        self.peek(n).is_some_and(|token| token.literal().is_some())
    }

    pub(crate) fn at_group(&self, n: usize) -> bool {
        self.peek(n).is_some_and(|token| matches!(token.tree, TokenTree::Group(_)))
    }

    pub(crate) fn group(&self, n: usize, delimiter: Delimiter) -> Option<&Group> {
        match self.peek(n) {
            Some(Token { tree: TokenTree::Group(group), .. }) if group.delimiter() == delimiter => {
                Some(group)
            }
            _ => None,
        }
    }
}

impl Token {
    pub(crate) fn is(&self, punct: char) -> bool {
        matches!(&self.tree, TokenTree::Punct(found) if found.as_char() == punct)
    }

    pub(crate) fn is_joint(&self, punct: char) -> bool {
        matches!(&self.tree, TokenTree::Punct(found)
            if found.as_char() == punct && found.spacing() == Spacing::Joint)
    }

    pub(crate) fn ident(&self) -> Option<&Ident> {
        match &self.tree {
            TokenTree::Ident(ident) => Some(ident),
            _ => None,
        }
    }

    pub(crate) fn literal(&self) -> Option<&Literal> {
        match &self.tree {
            TokenTree::Literal(literal) => Some(literal),
            _ => None,
        }
    }
}

fn is_invisible(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::None)
}

/// The only token of an invisible group, or `tree` if it is no such group; nothing for an empty invisible group.
///
/// A fragment of `macro_rules!` is in such a group, and in one more for each macro that passed it on.
pub(crate) fn peeled(mut tree: TokenTree) -> Option<TokenTree> {
    loop {
        let TokenTree::Group(group) = &tree else { return Some(tree) };
        if group.delimiter() != Delimiter::None {
            return Some(tree);
        }
        let mut inner = group.stream().into_iter();
        let first = inner.next()?;
        if inner.next().is_some() {
            return Some(tree);
        }
        tree = first;
    }
}
