//! Fragments of `macro_rules!` in the user's expressions.
//!
//! A fragment such as `$sum` arrives in an invisible group. The compiler ignores invisible groups in the output of a procedural
//! macro, and would read `$sum * 2` with the wrong precedence. So they become parentheses where the precedence could change.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// The tokens without invisible groups that matter, at any depth. The new parentheses have `span`, so that the compiler does not
/// warn that they are unnecessary.
pub(super) fn visible(tokens: &[TokenTree], span: Span) -> TokenStream {
    let changed = changed(tokens, span);
    changed.as_deref().unwrap_or(tokens).iter().cloned().collect()
}

/// The group with its contents made visible.
pub(super) fn visible_in(group: &Group, span: Span) -> Group {
    changed_group(group, span).unwrap_or_else(|| group.clone())
}

/// The tokens after the change, or nothing if there is no invisible group. Groups without one are kept, because a new group has
/// only one span.
fn changed(tokens: &[TokenTree], span: Span) -> Option<Vec<TokenTree>> {
    let mut list: Option<Vec<TokenTree>> = None;
    for (n, tree) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = tree else { continue };
        let (before, after) = tokens.split_at_checked(n)?;
        let new = match group.delimiter() {
            Delimiter::None => fragment(before, group, after.get(1..).unwrap_or_default(), span),
            _ if is_attribute(before, group) => None,
            _ => changed_group(group, span),
        };
        if let Some(new) = new
            && let Some(tree) = list.get_or_insert_with(|| tokens.to_vec()).get_mut(n)
        {
            *tree = TokenTree::Group(new);
        }
    }
    list
}

fn changed_group(group: &Group, span: Span) -> Option<Group> {
    let tokens: Vec<_> = group.stream().into_iter().collect();
    let new = changed(&tokens, span)?;
    Some(grouped(group.delimiter(), new, group.span()))
}

/// Whether these are the brackets of an attribute, which contain no expression.
fn is_attribute(before: &[TokenTree], group: &Group) -> bool {
    let before = match before {
        [before @ .., mark] if is(mark, '!') => before,
        before => before,
    };
    group.delimiter() == Delimiter::Bracket && before.last().is_some_and(|tree| is(tree, '#'))
}

/// The fragment in visible delimiters. If it needs none, an invisible group, or nothing if that is the same as before.
fn fragment(before: &[TokenTree], group: &Group, after: &[TokenTree], span: Span) -> Option<Group> {
    let tokens: Vec<_> = group.stream().into_iter().collect();
    let new = changed(&tokens, span);
    let content = new.as_deref().unwrap_or(&tokens);
    let could_be_generic = is_cast(before) && after.first().is_some_and(|tree| is(tree, '<'));
    if is_alone(before, after)
        || (is_atom(content) && !could_be_generic)
        || is_item(content)
        || is_number(content, after)
    {
        return new.map(|new| grouped(Delimiter::None, new, group.span()));
    }
    let content = new.unwrap_or(tokens);
    Some(grouped(Delimiter::Parenthesis, content, span.located_at(group.span())))
}

fn grouped(delimiter: Delimiter, tokens: Vec<TokenTree>, span: Span) -> Group {
    let mut group = Group::new(delimiter, tokens.into_iter().collect());
    group.set_span(span);
    group
}

/// Whether nothing next to the fragment could take a part of it: `f($e, 1)`. Macros such as `stringify!` see parentheses.
fn is_alone(before: &[TokenTree], after: &[TokenTree]) -> bool {
    let separates = |tree: &TokenTree| is(tree, ',') || is(tree, ';');
    before.last().is_none_or(separates) && after.first().is_none_or(separates)
}

/// Whether the fragment is the type after `as`. Without parentheses, a `<` after it would begin its generic arguments.
fn is_cast(before: &[TokenTree]) -> bool {
    matches!(before.last(), Some(TokenTree::Ident(word)) if word == "as")
}

/// Whether the tokens are one operand at any place: one token, a lifetime, a path, or a call of a macro. A path in parentheses would be
/// no path before `{` or `!`.
fn is_atom(content: &[TokenTree]) -> bool {
    match content {
        // A fragment that another macro passed on.
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            is_atom(&group.stream().into_iter().collect::<Vec<_>>())
        }
        [] | [_] => true,
        [quote, TokenTree::Ident(_)] if is(quote, '\'') => true,
        [path @ .., mark, TokenTree::Group(group)] if is(mark, '!') => {
            group.delimiter() != Delimiter::Brace && is_path(path)
        }
        path => is_path(path),
    }
}

/// Whether the tokens are a path. After `::` it can have generic arguments, and as a type also without `::`, at its end. In an
/// expression, such a `<` compares: `a < b && c > ::core::primitive::u8::MAX`.
fn is_path(tokens: &[TokenTree]) -> bool {
    let mut depth = 0_usize;
    let mut is_whole = false;
    let mut is_type = false;
    let mut last = None;
    if tokens.first().is_some_and(|tree| is_one(tree, &JUMPS)) {
        return false;
    }
    for tree in tokens {
        let punct = match tree {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
        match (tree, punct) {
            _ if is_type && depth == 0 => return false,
            (_, Some('<')) if depth > 0 || is_whole || last == Some(':') => {
                is_type |= depth == 0 && is_whole;
                depth += 1;
            }
            (_, Some('>')) if depth > 0 => {
                if !matches!(last, Some('-' | '=')) {
                    depth -= 1;
                    is_whole = true;
                }
            }
            _ if depth > 0 => {}
            (_, Some(':')) => is_whole = false,
            (TokenTree::Ident(_), _) if !is_whole => is_whole = true,
            _ => return false,
        }
        last = punct;
    }
    depth == 0 && is_whole
}

/// Keywords that take the expression after them.
const JUMPS: [&str; 2] = ["break", "return"];

/// Whether the tokens are a statement, an item or its visibility, which cannot be in parentheses.
fn is_item(content: &[TokenTree]) -> bool {
    let mut words = content.iter().skip_while(|tree| is_one(tree, &QUALIFIERS));
    let first = words.next();
    let is_macro = first.is_some_and(|tree| is_one(tree, &["macro_rules"]))
        && words.next().is_some_and(|tree| is(tree, '!'));
    let ends = content.last().is_some_and(|tree| is(tree, ';'));
    ends || is_macro || first.is_some_and(|tree| is(tree, '#') || is_one(tree, &ITEMS))
}

/// Words before those in [`ITEMS`].
const QUALIFIERS: [&str; 3] = ["async", "const", "unsafe"];

/// Words at the start of a statement or an item.
const ITEMS: [&str; 12] =
    ["enum", "extern", "fn", "impl", "let", "mod", "pub", "static", "struct", "trait", "type", "use"];

/// Whether the tokens are a negative number, and the minus stays a part of it.
fn is_number(content: &[TokenTree], after: &[TokenTree]) -> bool {
    let is_negative = matches!(content, [minus, TokenTree::Literal(_)] if is(minus, '-'));
    let stays = |next: &TokenTree| !(is(next, '.') || is(next, '?') || matches!(next, TokenTree::Group(_)));
    is_negative && after.first().is_none_or(stays)
}

fn is_one(tree: &TokenTree, words: &[&str]) -> bool {
    matches!(tree, TokenTree::Ident(ident) if words.iter().any(|word| ident == word))
}

fn is(tree: &TokenTree, c: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == c)
}
