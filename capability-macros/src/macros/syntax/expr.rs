use proc_macro2::{Delimiter, TokenTree};

use crate::macros::syntax::tokens::{Token, peeled};
use crate::macros::syntax::{Expr, Tokens};

/// What ends an expression. All of them end at `;`, at `,`, and where two tokens stand side by side that no
/// expression has that way (`"john" "jane"`, `user outgoing`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExprEnd {
    /// Nothing more.
    Semicolon,
    /// Also `as`, a brace, and a `<` that is not a turbofish.
    Tail,
    /// Also a `>` that closes no turbofish.
    Angle,
}

/// Reads one expression; nothing if there is none.
pub(crate) fn expr(tokens: &mut Tokens, end: ExprEnd) -> Option<Expr> {
    let span = tokens.peek(0)?.span;
    let mut list = Vec::new();
    let mut scanner = Scanner::default();
    while let Some(token) = tokens.peek(0) {
        if scanner.ends_at(token, tokens, end) {
            break;
        }
        scanner.read(token);
        list.extend(tokens.next().map(|token| token.tree));
    }
    let list = opened(list);
    if list.is_empty() {
        return None;
    }
    Some(Expr { tokens: list, span: span.to(tokens.last()) })
}

/// How far an expression was read.
#[derive(Default)]
struct Scanner {
    /// How many turbofishes are open.
    depth: usize,
    /// The last two tokens, as far as they are punctuation.
    before: [Option<char>; 2],
    /// Whether the block of an `if`, a `match` or a loop is to come, which may stand behind a literal.
    before_block: bool,
    state: State,
}

/// What the tokens so far can be.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Nothing,
    /// An expression that lacks something.
    Begun,
    /// A literal, which nothing calls.
    Literal,
    /// A whole expression.
    Whole,
}

impl Scanner {
    fn ends_at(&self, token: &Token, tokens: &Tokens, end: ExprEnd) -> bool {
        if self.depth > 0 {
            return token.is(';');
        }
        let own_end = match end {
            ExprEnd::Semicolon => false,
            ExprEnd::Tail => {
                (token.is('<') && !self.after_colons())
                    || tokens.at_word(0, "as")
                    || tokens.group(0, Delimiter::Brace).is_some()
            }
            ExprEnd::Angle => token.is('>') && !self.after_arrow() && !tokens.at_pair(0, '>', '='),
        };
        // Nothing is assigned to a literal.
        let assigned = self.state == State::Literal && tokens.at_equals(0);
        own_end || token.is(';') || token.is(',') || assigned || self.begins_another(token)
    }

    /// Whether a token cannot go on with what is complete already.
    fn begins_another(&self, token: &Token) -> bool {
        let whole = matches!(self.state, State::Literal | State::Whole);
        match &token.tree {
            TokenTree::Literal(_) => whole,
            TokenTree::Group(group) => match group.delimiter() {
                Delimiter::None => whole,
                // `"text"[1..]` is an expression.
                Delimiter::Bracket => false,
                Delimiter::Parenthesis => self.state == State::Literal,
                Delimiter::Brace => self.state == State::Literal && !self.before_block,
            },
            TokenTree::Ident(ident) => whole && !INFIX.contains(&ident.to_string().as_str()),
            // No operator of any expression.
            TokenTree::Punct(punct) => whole && matches!(punct.as_char(), '#' | '$' | '~' | '\\'),
        }
    }

    fn read(&mut self, token: &Token) {
        let first = self.state == State::Nothing;
        let mut punct = None;
        self.state = match &token.tree {
            TokenTree::Literal(_) => State::Literal,
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                self.before_block |= BLOCKS.contains(&word.as_str());
                if PREFIX.contains(&word.as_str()) { State::Begun } else { State::Whole }
            }
            TokenTree::Group(group) => {
                self.before_block &= group.delimiter() != Delimiter::Brace;
                State::Whole
            }
            TokenTree::Punct(found) => {
                punct = Some(found.as_char());
                match found.as_char() {
                    '?' => State::Whole,
                    '<' if self.depth > 0 || first || self.after_colons() => {
                        self.depth += 1;
                        State::Begun
                    }
                    '>' if self.depth > 0 && !self.after_arrow() => {
                        self.depth -= 1;
                        State::Whole
                    }
                    _ => State::Begun,
                }
            }
        };
        let [_, last] = self.before;
        self.before = [last, punct];
    }

    fn after_colons(&self) -> bool {
        self.before == [Some(':'), Some(':')]
    }

    /// Whether a `>` here belongs to `->` or `=>`.
    fn after_arrow(&self) -> bool {
        matches!(self.before, [_, Some('-' | '=')])
    }
}

/// Whether an expression can begin with this token, punctuation aside.
pub(crate) fn begins_expr(token: &Token) -> bool {
    match &token.tree {
        TokenTree::Literal(_) => true,
        TokenTree::Group(group) => matches!(group.delimiter(), Delimiter::Brace | Delimiter::None),
        TokenTree::Ident(ident) => !INFIX.contains(&ident.to_string().as_str()),
        TokenTree::Punct(_) => false,
    }
}

/// Keywords that stand behind an expression, or in the middle of one.
const INFIX: [&str; 5] = ["as", "else", "in", "const", "mut"];

/// Keywords that something follows.
const PREFIX: [&str; 24] = [
    "as", "async", "become", "box", "break", "const", "dyn", "else", "extern", "for", "gen", "if", "impl",
    "in", "let", "loop", "match", "move", "mut", "ref", "return", "static", "unsafe", "while",
];

/// Keywords that a block follows.
const BLOCKS: [&str; 4] = ["for", "if", "match", "while"];

/// The expression without the invisible group that a fragment of `macro_rules!` arrives in, if it is all there is.
fn opened(mut list: Vec<TokenTree>) -> Vec<TokenTree> {
    while let [TokenTree::Group(group)] = list.as_slice()
        && group.delimiter() == Delimiter::None
    {
        list = group.stream().into_iter().filter_map(peeled).collect();
    }
    list
}
