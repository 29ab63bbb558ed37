//! The expansion for rust-analyzer: not the calls of the builder, but everything that was typed, so that rust-analyzer can
//! complete and explain it.
//!
//! To complete, rust-analyzer expands the call a second time with an identifier at the cursor. Then it looks at the same
//! distance from the start of the first expansion for what is known there. For this reason right and wrong input have one
//! form: everything that was typed, in the order of the source, and then the errors.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::macros::expansion::At;
use crate::macros::syntax::{Block, Expr, Statement};
use crate::macros::table::{Row, Table};

/// The keywords as paths to their documentation, and the expressions unchanged.
pub(crate) fn typed(at: &At, table: &Table, call: &Block) -> TokenStream {
    Editor { at, family: module(table) }.statements(table, call)
}

struct Editor<'a> {
    at: &'a At,
    family: &'a str,
}

impl Editor<'_> {
    fn statements(&self, table: &Table, block: &Block) -> TokenStream {
        let mut typed: TokenStream =
            block.statements.iter().map(|statement| self.statement(table, statement)).collect();
        // The cursor can be after the last statement. With this, the first expansion knows the keywords there too.
        typed.extend(table.rows.first().map(|row| self.word(table, &Ident::new(row.word, self.at.span))));
        typed
    }

    fn statement(&self, table: &Table, statement: &Statement) -> TokenStream {
        let mut typed = self.word(table, &statement.word);
        let name = statement.name.as_ref().map(|(_, name)| name);
        let has_choices =
            statement.row.and_then(|row| row.params).is_some_and(|params| !params.choices.is_empty());
        let params =
            statement.params.iter().filter(|_| !has_choices).filter_map(|param| param.value.as_ref());
        let exprs = statement.expr.iter().chain(name).chain(params).chain(&statement.spread);
        typed.extend(exprs.map(|expr| self.expr(&expr.tokens)));
        typed.extend(statement.stray.iter().map(|stray| self.stray(table, stray)));
        if let (Some(block), Some(table)) = (&statement.block, statement.row.and_then(Row::table)) {
            typed.extend(self.statements(table, block));
        }
        typed
    }

    /// What does not belong to a statement: an expression, or the next statement after a `,` or without a `;`.
    fn stray(&self, table: &Table, stray: &Expr) -> TokenStream {
        let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
        let commas = stray.tokens.iter().take_while(|tree| is_comma(tree)).count();
        match stray.tokens.get(commas..).unwrap_or_default() {
            [TokenTree::Ident(word)] => self.word(table, word),
            [TokenTree::Ident(word), rest @ ..] if !matches!(rest, [TokenTree::Punct(_), ..]) => {
                let mut typed = self.word(table, word);
                typed.extend(self.expr(rest));
                typed
            }
            tokens => self.expr(tokens),
        }
    }

    fn word(&self, table: &Table, word: &Ident) -> TokenStream {
        let At { path, span } = self.at;
        let words = Ident::new(&format!("{}_words", self.family), *span);
        let module = Ident::new(module(table), *span);
        quote_spanned! {*span=> let _ = #path::__private::#words::#module::#word; }
    }

    /// The expression in parentheses, because an unfinished expression ends at them and they move nothing. Literals are left
    /// out: they name nothing, and some of them, such as `5m`, are not Rust.
    fn expr(&self, tokens: &[TokenTree]) -> TokenStream {
        if let [TokenTree::Literal(_)] = tokens {
            return TokenStream::new();
        }
        let span = self.at.span;
        quote_spanned! {span=> let _ = (#(#tokens)*); }
    }
}

/// The module that documents the keywords of a table.
fn module(table: &Table) -> &'static str {
    table.name.trim_end_matches('!')
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use crate::macros::families::{access_token, capability, task_router_capability};
    use crate::macros::pipeline::expand_in_editor;

    fn seen(input: &str) -> String {
        text(&expand_in_editor(&capability::FAMILY, format!("k; {input}").parse().unwrap()))
    }

    /// An expansion, with `word!` for the path to the keywords.
    fn expected(input: &str) -> String {
        text(&input.replace("word!", "let _ = k::__private::capability_words::capability::").parse().unwrap())
    }

    fn text(tokens: &TokenStream) -> String {
        tokens.to_string().replace(' ', "")
    }

    #[test]
    fn right_input_is_its_words_and_expressions_in_their_order() {
        let input = "incoming a.b; outgoing app as c()? { user_id, x = y.z }; credentials &account";
        let expected = expected(
            "{
                word!incoming; let _ = (a.b);
                word!outgoing; let _ = (app); let _ = (c()?); let _ = (user_id); let _ = (y.z);
                word!credentials; let _ = (&account);
                word!credentials;
                k::__private::unfinished::<k::ClientCapability<k::AccountCredentials, k::Scopes>>()
            }",
        );
        assert_eq!(seen(input), expected);
    }

    #[test]
    fn each_block_has_its_own_keywords() {
        let seen = text(&expand_in_editor(
            &access_token::FAMILY,
            "k; voice { incoming; outgoing app }".parse().unwrap(),
        ));
        let words = ["access_token::voice", "voice::incoming", "voice::outgoing", "voice::incoming"];
        let mut rest = seen.as_str();
        for word in words {
            let word = format!("let_=k::__private::access_token_words::{word};");
            rest = rest.split_once(&word).unwrap_or_else(|| panic!("no {word} in {rest}")).1;
        }
        assert!(rest.contains("access_token_words::access_token::credentials;"), "{seen}");
    }

    #[test]
    fn statements_without_braces_have_their_own_keywords_too() {
        let input = "k; allow update_self, ; policy GET path query { Limit = optional } post";
        let seen = text(&expand_in_editor(&task_router_capability::FAMILY, input.parse().unwrap()));
        let words = ["allow", "update_self", "policy", "GET", "query", "post"];
        let modules =
            ["task_router_capability", "allow", "task_router_capability", "policy", "policy", "policy"];
        let mut rest = seen.as_str();
        for (module, word) in modules.iter().zip(words) {
            let word = format!("let_=k::__private::task_router_capability_words::{module}::{word};");
            rest = rest.split_once(&word).unwrap_or_else(|| panic!("no {word} in {rest}")).1;
        }
        assert!(seen.contains("let_=(path);") && !seen.contains("optional);"), "{seen}");
    }

    #[test]
    fn wrong_input_is_there_too_and_the_errors_follow_it() {
        for (input, typed) in [
            ("incomming \"john\"", "word!incomming;"),
            ("incomming name", "word!incomming; let _ = (name);"),
            ("incoming user.", "word!incoming; let _ = (user.);"),
            ("incoming", "word!incoming;"),
            ("x y", "word!x; let _ = (y);"),
            ("incoming name t", "word!incoming; let _ = (name); word!t;"),
            ("incoming name t user.a", "word!incoming; let _ = (name); word!t; let _ = (user.a);"),
            ("incoming name, t", "word!incoming; let _ = (name); word!t;"),
            ("outgoing app user.a", "word!outgoing; let _ = (app); let _ = (user.a);"),
            ("outgoing app < a = user.", "word!outgoing; let _ = (app); let _ = (user.);"),
            ("outgoing app { a, ..user. }", "word!outgoing; let _ = (app); let _ = (a); let _ = (user.);"),
            ("outgoing app { user.a }", "word!outgoing; let _ = (app); let _ = (user.a);"),
            ("outgoing app { a-b = user.a }", "word!outgoing; let _ = (app); let _ = (user.a);"),
        ] {
            let seen = seen(input);
            let typed = expected(&format!("{typed} word!credentials; ::core::compile_error!"));
            assert!(seen.starts_with(&format!("{{{typed}")), "{input}\n{seen}");
            assert!(
                seen.ends_with(
                    "k::__private::unfinished::<k::ClientCapability<k::NoCredentials,k::Scopes>>()}"
                ),
                "{seen}"
            );
        }
    }

    /// As below, for statements without braces.
    #[test]
    fn an_identifier_in_a_list_changes_nothing_before_it() {
        let seen = |input: &str| {
            text(&expand_in_editor(&task_router_capability::FAMILY, format!("k; {input}").parse().unwrap()))
        };
        for input in [
            "allow |",
            "allow up|",
            "allow update_self, |",
            "allow update_self, del|; ttl 300",
            "policy |",
            "policy G|; ttl 300",
            "policy GET |",
            "policy GET user.|; ttl 300",
            "policy GET user.path |",
            "policy GET user.path qu|; ttl 300",
        ] {
            let (first, second) = (seen(&input.replace('|', "")), seen(&input.replace('|', "cursor")));
            let (before, _) = second.split_once("cursor").unwrap_or_else(|| panic!("{input}\n{second}"));
            let before = before.trim_end_matches("let_=(");
            assert!(first.starts_with(before), "{input}\n{first}\n{second}");
        }
    }

    /// The way rust-analyzer looks for completions: both expansions are equal up to the cursor.
    #[test]
    fn an_identifier_at_the_cursor_changes_nothing_before_it() {
        for input in [
            "|",
            "inc|",
            "incoming \"john\"; |",
            "incoming \"john\"; |; ttl 300",
            "incoming \"john\" t|",
            "incoming |",
            "incoming |; ttl 300",
            "incoming user.|",
            "incoming user.| ttl 300",
            "outgoing app as |",
            "outgoing app as user.|; ttl 300",
            "outgoing app { a = | }",
            "outgoing app { a = user.| }; events",
            "outgoing app < a = user.|",
            "outgoing app { a, ..| }",
            "outgoing app { a, ..user.| }; events",
            "incoming name; ttl user.|; credentials account",
        ] {
            let (first, second) = (seen(&input.replace('|', "")), seen(&input.replace('|', "cursor")));
            let (before, _) = second.split_once("cursor").unwrap_or_else(|| panic!("{input}\n{second}"));
            let before = before.trim_end_matches("let_=(");
            assert!(first.starts_with(before), "{input}\n{first}\n{second}");
        }
    }
}
