use proc_macro2::{Delimiter, Group, TokenTree};

use crate::macros::syntax::tokens::{Token, peeled};
use crate::macros::syntax::{Expr, Tokens};

/// What ends an expression. Every expression ends at `;`, at `,`, and between two tokens that cannot be next to each other
/// in an expression (`"john" "jane"`, `user outgoing`).
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
        let is_cast = token.is_fragment && scanner.follows_as && tokens.at(1, '<');
        scanner.follows_as = tokens.at_word(0, "as");
        let tree = tokens.next().map(|token| token.tree);
        list.extend(if is_cast { tree.map(invisible) } else { tree });
    }
    let list = opened(list);
    if list.is_empty() {
        return None;
    }
    Some(Expr { tokens: list, span: span.to(tokens.last()) })
}

/// What is known about the tokens of an expression that were read so far.
#[derive(Default)]
struct Scanner {
    /// How many `<` of turbofishes are open.
    depth: usize,
    /// The last two tokens, if they are punctuation.
    before: [Option<char>; 2],
    /// Whether the last token is `as`.
    follows_as: bool,
    /// Whether the block of an `if`, a `match` or a loop is still to come. It can follow a literal.
    before_block: bool,
    state: State,
}

/// What the tokens so far are.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Nothing,
    /// The start of an expression.
    Begun,
    /// A literal, which cannot be called.
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
                    || (tokens.group(0, Delimiter::Brace).is_some() && !self.at_block_fragment(token))
            }
            ExprEnd::Angle => token.is('>') && !self.after_arrow() && !tokens.at_pair(0, '>', '='),
        };
        // A literal cannot be assigned to.
        let assigned = self.state == State::Literal && tokens.at_equals(0);
        own_end || token.is(';') || token.is(',') || assigned || self.begins_another(token)
    }

    /// Whether `token` is a fragment `$block` that begins the expression. Braces in the source are parameters there.
    fn at_block_fragment(&self, token: &Token) -> bool {
        self.state == State::Nothing && token.is_fragment
    }

    /// Whether the expression is complete and `token` cannot continue it.
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
            // These are not operators.
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
                // In `if { x } > 3 { 4 }`, the first block is an operand.
                self.before_block &= group.delimiter() != Delimiter::Brace || self.state == State::Begun;
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

/// Keywords that follow an expression or are in the middle of one.
const INFIX: [&str; 5] = ["as", "else", "in", "const", "mut"];

/// Keywords that cannot end an expression.
const PREFIX: [&str; 24] = [
    "as", "async", "become", "box", "break", "const", "dyn", "else", "extern", "for", "gen", "if", "impl",
    "in", "let", "loop", "match", "move", "mut", "ref", "return", "static", "unsafe", "while",
];

/// Keywords that are followed by a block.
const BLOCKS: [&str; 4] = ["for", "if", "match", "while"];

/// A type in the invisible group of its fragment, which says that a `<` after it does not begin generic arguments.
fn invisible(tree: TokenTree) -> TokenTree {
    let span = tree.span();
    let mut group = Group::new(Delimiter::None, tree.into());
    group.set_span(span);
    TokenTree::Group(group)
}

/// The expression without the invisible group around a fragment of `macro_rules!`, if the fragment is the whole of it.
fn opened(mut list: Vec<TokenTree>) -> Vec<TokenTree> {
    while let [TokenTree::Group(group)] = list.as_slice()
        && group.delimiter() == Delimiter::None
    {
        list = group.stream().into_iter().filter_map(peeled).collect();
    }
    list
}
