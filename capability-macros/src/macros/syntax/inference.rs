use proc_macro2::{Delimiter, Group, Ident, TokenTree};

use crate::macros::syntax::Expr;

/// What the compiler knows about the type of an expression that is an argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Inference {
    /// The expression has a type.
    Known,
    /// The expression does not return, so it can have any type: `todo!()`.
    Never,
    /// The expression converts into the type that is needed: `name.parse()?`.
    Converted,
    /// The same after `&`: `&name.parse()?`.
    ConvertedReference,
    /// Another call, which may return any type.
    Call,
}

impl Inference {
    /// Whether the compiler may not find the type where the place of the expression takes many types.
    pub(crate) fn may_fail(self) -> bool {
        match self {
            Self::Converted | Self::ConvertedReference | Self::Call => true,
            Self::Known | Self::Never => false,
        }
    }
}

impl Expr {
    /// What the compiler knows about the type of this expression.
    pub(crate) fn inference(&self) -> Inference {
        let mut list: Vec<TokenTree>;
        let mut tokens = self.tokens.as_slice();
        while let [TokenTree::Group(group)] = tokens
            && group.delimiter() == Delimiter::Parenthesis
        {
            list = group.stream().into_iter().collect();
            tokens = list.as_slice();
        }
        let prefix = Prefix::of(tokens);
        if never_returns(tokens) {
            return Inference::Never;
        }
        match (converts(tokens), prefix) {
            (true, Prefix::None) => Inference::Converted,
            (true, Prefix::Reference) => Inference::ConvertedReference,
            (_, Prefix::Place) => Inference::Known,
            _ if is_call(tokens) => Inference::Call,
            _ => Inference::Known,
        }
    }
}

/// The operator at the start of an expression.
enum Prefix {
    None,
    /// `&`
    Reference,
    /// `*`, which makes a place, or `&mut` and `&&`, which are no value of ours.
    Place,
}

impl Prefix {
    fn of(tokens: &[TokenTree]) -> Self {
        let is_punct = |tree: &TokenTree, c| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == c);
        match tokens {
            [first, ..] if is_punct(first, '*') => Self::Place,
            [first, second, ..] if is_punct(first, '&') => match second {
                TokenTree::Ident(ident) if ident == "mut" || ident == "raw" => Self::Place,
                TokenTree::Punct(_) => Self::Place,
                _ => Self::Reference,
            },
            _ => Self::None,
        }
    }
}

/// Methods that return the type that their caller needs.
const CONVERSIONS: [&str; 3] = ["parse", "try_into", "into"];

/// Methods that get the value out of a `Result` or an `Option`.
const UNWRAPS: [&str; 6] =
    ["expect", "unwrap", "unwrap_or", "unwrap_or_default", "unwrap_or_else", "unwrap_or_log"];

/// Methods that turn a `Result` or an `Option` into another one with the same value.
const WRAPPED: [&str; 14] = [
    "attach_printable",
    "change_context",
    "context",
    "inspect_err",
    "map_err",
    "ok",
    "ok_or",
    "ok_or_else",
    "or",
    "or_else",
    "whatever_context",
    "with_context",
    "wrap_err",
    "wrap_err_with",
];

/// Whether the chain of calls ends in a conversion whose value is out of its `Result`.
fn converts(mut tokens: &[TokenTree]) -> bool {
    let mut is_unwrapped = false;
    loop {
        if let [before @ .., TokenTree::Punct(mark)] = tokens
            && mark.as_char() == '?'
        {
            is_unwrapped = true;
            tokens = before;
            continue;
        }
        let Some((before, name, arguments)) = last_method(tokens) else { return false };
        let name = name.to_string();
        let name = name.as_str();
        if CONVERSIONS.contains(&name) && arguments.stream().is_empty() {
            return is_unwrapped || name == "into";
        }
        if UNWRAPS.contains(&name) {
            is_unwrapped = true;
        } else if !WRAPPED.contains(&name) {
            return false;
        }
        tokens = before;
    }
}

/// The last call of a method, and what comes before it.
fn last_method(tokens: &[TokenTree]) -> Option<(&[TokenTree], &Ident, &Group)> {
    let [before @ .., TokenTree::Punct(dot), TokenTree::Ident(name), TokenTree::Group(arguments)] = tokens
    else {
        return None;
    };
    let is_method = dot.as_char() == '.' && arguments.delimiter() == Delimiter::Parenthesis;
    (is_method && !before.is_empty()).then_some((before, name, arguments))
}

/// Whether the expression ends in a call or in `?`, and so is a value and not a place.
fn is_call(tokens: &[TokenTree]) -> bool {
    match tokens {
        [_, .., TokenTree::Punct(mark)] => mark.as_char() == '?',
        [.., before, TokenTree::Group(arguments)] if arguments.delimiter() == Delimiter::Parenthesis => {
            match before {
                TokenTree::Ident(name) => !["in", "match", "if", "while"].iter().any(|word| name == word),
                TokenTree::Punct(punct) => matches!(punct.as_char(), '>' | '?'),
                TokenTree::Group(_) => true,
                TokenTree::Literal(_) => false,
            }
        }
        _ => false,
    }
}

/// Whether the expression is `todo!()`, `return` or the like.
fn never_returns(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_)] if mark.as_char() == '!' => {
            ["panic", "todo", "unimplemented", "unreachable"].iter().any(|word| name == word)
        }
        [TokenTree::Ident(word), ..] => ["return", "break", "continue"].iter().any(|found| word == found),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::macros::source_span::SourceSpan;

    fn inference(text: &str) -> Inference {
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        let span = SourceSpan::call(proc_macro2::Span::call_site());
        Expr { tokens: tokens.into_iter().collect(), span }.inference()
    }

    #[test]
    fn conversions_have_the_type_that_is_needed() {
        for text in [
            "name.parse()?",
            "(name.parse()?)",
            "user.name().trim().parse().unwrap()",
            "name.parse().expect(\"a name\")",
            "name.parse().ok()?",
            "name.parse().map_err(Error::Name)?",
            "name.parse().map_err(|error| { Error::Name(error) })?",
            "name.parse().context(\"name\")?",
            "name.try_into()?",
            "name.into()",
            "std::env::var(\"NAME\")?.parse()?",
            "names[0].parse()?",
            "format!(\"user_{id}\").parse()?",
            "if a { b } else { c }.parse()?",
            "name.parse().unwrap_or(other)",
        ] {
            assert_eq!(inference(text), Inference::Converted, "{text}");
        }
        assert_eq!(inference("&name.parse()?"), Inference::ConvertedReference);
        assert_eq!(inference("todo!()"), Inference::Never);
        assert_eq!(inference("return Err(error)"), Inference::Never);
    }

    #[test]
    fn other_calls_have_a_type_or_fail() {
        for text in [
            "map.get(k).unwrap()",
            "name.parse::<ClientName>()?",
            "name.parse()",
            "name.parse().ok()",
            "name.try_into()",
            "parse(name)?",
            "name.parse()?.clone()",
            "name.parse().as_ref().unwrap()",
            "parser.parse(name)?",
            "name.into(other)",
            "Default::default()",
            "f::<X>()",
            "name()()",
            "&name()",
        ] {
            assert_eq!(inference(text), Inference::Call, "{text}");
        }
        for text in [
            "name",
            "&name",
            "user.name",
            "names[0]",
            "(name)",
            "*name()",
            "*name.parse()?",
            "&*name.lock().unwrap()",
            "&mut name()",
            "format!(\"x\")",
            "match (name) { _ => x }",
            "a + b",
            "x?.name",
            "name.await",
            "NAME",
        ] {
            assert_eq!(inference(text), Inference::Known, "{text}");
        }
    }
}
