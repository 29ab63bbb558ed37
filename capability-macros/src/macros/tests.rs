use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::macros::families;
use crate::macros::pipeline::{expand, expand_in_editor};
use crate::macros::table::{Row, Table};

const APP: &str = "\"AP11111111111111111111111111111111\"";

fn capability(input: TokenStream) -> TokenStream {
    expand(&families::capability::FAMILY, input)
}

fn access_token(input: TokenStream) -> TokenStream {
    expand(&families::access_token::FAMILY, input)
}

fn task_router(input: TokenStream) -> TokenStream {
    expand(&families::task_router_capability::FAMILY, input)
}

/// The expansion of what a user wrote, as a string, for a facade named `k`.
fn expansion(input: &str) -> String {
    capability(format!("k; {input}").parse().unwrap()).to_string()
}

/// The first line of each error of an expansion, in order.
fn headlines(input: &str) -> Vec<String> {
    let expansion = expansion(input);
    let errors = expansion.split("compile_error ! {").skip(1);
    errors
        .map(|error| {
            let text = error.trim_start().trim_start_matches('"');
            text.split("\\n").next().unwrap().split("\" }").next().unwrap().replace("\\\"", "\"")
        })
        .collect()
}

#[test]
fn statements_become_calls_in_their_order() {
    let expansion =
        expansion(&format!("ttl 5m; incoming name; outgoing {APP} as other {{ user_id = user.id }}"));
    let place = |part: &str| expansion.find(part).unwrap_or_else(|| panic!("no {part} in {expansion}"));
    assert!(!expansion.contains("compile_error"), "{expansion}");
    assert!(place("ClientCapability :: new ()") < place(". ttl (__twilio_capability_literal_0)"));
    assert!(
        place(". ttl (__twilio_capability_literal_0)")
            < place(". incoming (k :: __private :: client_name (name))")
    );
    assert!(
        place("client_name (name)")
            < place(". outgoing (k :: Outgoing :: to (__twilio_capability_literal_1)")
    );
    assert!(
        place(". as_client (k :: __private :: client_name (other))")
            < place(". param (__twilio_capability_literal_2")
    );
}

#[test]
fn rights_come_after_all_other_calls_and_a_policy_starts_with_its_method() {
    let input = "k; allow update_self; workspace ws; deny GET path query { A = required }; worker wk";
    let expansion = task_router(input.parse().unwrap()).to_string();
    let parts = [
        "k :: TaskRouterCapability :: workspace (k :: __private :: workspace_sid (ws))",
        ". policy (k :: Policy :: get (k :: __private :: policy_url (path)) . deny ()",
        ". query_filter (k :: PolicyFilter :: new () . required (__twilio_capability_literal_0))",
        ". for_worker (k :: __private :: worker_sid (wk))",
        ". allow_update_self ()",
    ];
    let places: Vec<_> = parts
        .iter()
        .map(|part| expansion.find(part).unwrap_or_else(|| panic!("no {part} in {expansion}")))
        .collect();
    assert!(places.is_sorted(), "{expansion}");
}

#[test]
fn expressions_run_in_the_order_of_the_source() {
    // The calls have this order already.
    for input in
        ["incoming a; outgoing b as c { x = d, y }", "outgoing a { ..b }", "outgoing a { x = 1, ..b }"]
    {
        let expansion = expansion(input);
        assert!(expansion.contains("application_sid (") && !expansion.contains("match"), "{expansion}");
    }
    let spread = expansion("outgoing a { x = b, ..c }");
    let expected = [
        "match (k :: __private :: application_sid (a) , k :: __private :: param_value (& b) ,",
        "k :: __private :: params_after_names (& c) ,)",
        "{ (__twilio_capability_value_0 , __twilio_capability_value_2 , __twilio_capability_value_1 ,) =>",
        "k :: Outgoing :: to (__twilio_capability_value_0) . params (__twilio_capability_value_1)",
        ". param (__twilio_capability_literal_0 , __twilio_capability_value_2)",
    ];
    let places: Vec<_> = expected.iter().map(|part| spread.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {spread}");
    let literal = task_router("k; ttl 5m; workspace ws; worker wk".parse().unwrap()).to_string();
    assert!(!literal.contains("match"), "{literal}");
    let late = task_router("k; worker wk; workspace ws".parse().unwrap()).to_string();
    assert!(late.contains("match (k :: __private :: worker_sid (wk) , k :: TaskRouterCapability"), "{late}");
}

#[test]
fn all_literals_of_a_call_are_in_one_constant() {
    let incoming = "let (__twilio_capability_literal_0 ,) = { const LITERALS : (k :: ClientName ,) = (k :: ClientName :: from_static (\"john\") ,) ; LITERALS } ;";
    assert!(expansion("incoming \"john\"").contains(incoming));
    let all = expansion(&format!(
        "incoming \"john\"; outgoing {APP} as \"jane\" {{ a, b = 1 }}; ttl 5m; events {{ c }}"
    ));
    assert_eq!(all.matches("const ").count(), 1, "{all}");
    assert!(all.contains("ParamName :: from_static (\"b\") , k :: Ttl :: from_static (300)"), "{all}");
    assert!(!expansion("incoming name; events").contains("const "));
}

#[test]
fn both_forms_of_parameters_and_all_forms_of_names_are_one() {
    let braces = expansion(&format!("outgoing {APP} {{ a = x, \"b\" = 1, r#type, }}"));
    assert!(braces.contains("from_static (\"type\")"), "{braces}");
    assert_eq!(expansion(&format!("outgoing {APP} < a = x, \"b\" = 1, r#type, >")), braces);
    assert_eq!(expansion(&format!(";; outgoing {APP} < a = x, \"b\" = 1, r#type >;")), braces);
}

#[test]
fn an_expression_ends_where_the_grammar_says() {
    let turbofish = expansion("outgoing sid::<A, B>(x)? as names[0]; incoming a.b::<C>()");
    assert!(!turbofish.contains("compile_error"), "{turbofish}");
    assert!(
        turbofish
            .replace(' ', "")
            .contains("application_sid((sid::<A,B>(x)?).__twilio_capability_known_type())"),
        "{turbofish}"
    );
    assert!(turbofish.contains("client_name (names [0])"), "{turbofish}");
    let angles = expansion("events < a = f::<X>(1), b = x >");
    assert_eq!(angles, expansion("events { a = f::<X>(1), b = x }"));
}

#[test]
fn fragments_of_other_macros_arrive_in_invisible_groups() {
    let mut group = Group::new(Delimiter::None, "\"john\"".parse().unwrap());
    for _ in 0..3 {
        group = Group::new(Delimiter::None, TokenTree::Group(group).into());
    }
    let mut input: TokenStream = "k; incoming".parse().unwrap();
    input.extend([TokenTree::Group(group)]);
    assert_eq!(capability(input).to_string(), expansion("incoming \"john\""));
}

#[test]
fn mistakes_are_reported_in_the_order_of_the_source() {
    let found = headlines(
        "incomming \"john\"; outgoing \"AC11111111111111111111111111111111\" as \"a b\"; ttl 25h; ttl 5",
    );
    let expected = [
        "`incomming` is not a statement of `capability!`",
        "this is an account SID, not an application SID",
        "character 2 of this client name is a space",
        "a token lives at most 24 hours (86400 s), not 90000 s",
        "`ttl` is given twice",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_wrong_statement_is_one_mistake_and_not_also_a_missing_one() {
    for (input, expected) in [
        ("", "this token allows nothing"),
        ("ttl 5", "this token allows nothing"),
        ("incoming", "`incoming` needs a client name"),
        ("outgoing \"AP1\"", "an application SID has 34 characters, this one has 3"),
        ("incoming \"john\" outgoing app", "a `;` is missing before `outgoing`"),
        ("events { a = 1, a = 2 }", "the filter `a` is given twice"),
        ("outgoing app { From = 1 }", "the parameter `From` would shadow the `From` that Twilio adds"),
    ] {
        assert_eq!(headlines(input), [expected], "{input}");
    }
}

#[test]
fn a_wrong_continuation_is_one_mistake() {
    let equals = "an `=` is missing before the value";
    let comma = "a `,` is missing between two parameters";
    let more = "this does not belong to the value of the parameter";
    let angle = "this does not belong to `outgoing`, which takes an application SID";
    for (input, expected) in [
        ("incoming outgoing app", "`incoming` needs a client name"),
        ("incoming \"john\" = 3", "this does not belong to `incoming`, which takes a client name"),
        ("incoming!(\"john\")", "`incoming` is a statement, not a macro"),
        ("incoming!{\"john\"}", "`incoming` is a statement, not a macro"),
        ("incoming 'john; ttl 5", "`incoming` takes a client name, not a name after a `'`"),
        ("outgoing app as 'john { a }", "`as` takes a client name, not a name after a `'`"),
        ("outgoing app { a 3, b = 4 }", equals),
        ("outgoing app < a \"x\" >", equals),
        ("outgoing app { a \"x\" = 3 }", comma),
        ("outgoing app { a b }", comma),
        ("outgoing app { a = \"x\" \"y\" }", more),
        ("outgoing app { a = \"x\" = \"y\" }", more),
        ("outgoing app { .. }", "there are no parameters after this `..`"),
        ("outgoing app { ..x, a }", "`..` comes after all other parameters"),
        ("outgoing app < ..x, a >", "`..` comes after all other parameters"),
        ("outgoing app { a, ..x, ..y }", "there are two `..` in this list"),
        ("outgoing app { a ..x }", "a `,` is missing before `..`"),
        ("outgoing app { a, ..x + }", "this expression is not finished"),
        ("ttl 60 * 5; events", "this expression is a number, not a lifetime"),
        ("ttl (60 + 5) * MINUTES; events", "this expression is a number, not a lifetime"),
        ("ttl 1h 30m 10s; events", "a lifetime is one number with one unit"),
        ("ttl 1h30m; events", "a lifetime is one number with one unit"),
        ("outgoing app from \"john\" { a }", "a client name follows `as`, not `from`"),
        ("outgoing as \"john\" app { a }", "`as` comes after the application SID"),
        ("outgoing as \"john\"; events", "`outgoing` needs an application SID"),
        ("outgoing { let x = app; x } as \"john\"", "`outgoing` needs an application SID, not a block"),
        ("outgoing app as { name.clone() }", "`as` needs a client name, not a block"),
        ("incoming { name }", "`incoming` needs a client name, not a block"),
        ("if x { incoming \"john\" } else { events }", "a statement cannot be inside `if`"),
        ("for x in y { incoming x }; events", "a statement cannot be inside `for`"),
        ("let x = 5; events", "`let` is not a statement of `capability!`"),
        ("capability! { incoming \"john\" }; events", "`capability!` cannot be a statement"),
        ("events { ..x }", "filters are written one by one, without `..`"),
        ("events { a, .. }", "filters are written one by one, without `..`"),
        ("outgoing app { _ = x }", "`_` is not the name of a parameter"),
        ("outgoing app { _ }", "`_` is not the name of a parameter"),
        ("events { type }", "this filter has no value"),
        ("outgoing app < a = b > c >", angle),
        ("outgoing app < a = b >> c, d >", angle),
        ("{ incoming \"john\"; ttl 5 }", "there is one pair of braces too many"),
        ("{ incoming \"john\" }; ttl 5", "there is one pair of braces too many"),
        ("#[cfg(x)] incoming \"john\"", "a statement cannot have an attribute or a doc comment"),
        ("events; /// doc", "a statement cannot have an attribute or a doc comment"),
        ("events; credentials (\"AC0\", \"x\")", "credentials do not belong in source code"),
    ] {
        assert_eq!(headlines(input), [expected], "{input}");
    }
}

#[test]
fn keywords_are_names_of_parameters() {
    let named = |name| {
        let expansion = expansion(&format!("outgoing app {{ {name} = 1 }}"));
        expansion.contains(&format!("ParamName :: from_static (\"{name}\")"))
    };
    assert!(["crate", "self", "Self", "type", "as", "fn"].into_iter().all(named));
    // A loop may have a label.
    assert!(headlines("ttl 'a: loop { break 'a x }; events").is_empty());
}

#[test]
fn unreadable_input_counts_as_what_is_required() {
    let headlines = |input: &str| {
        let expansion = access_token(format!("k; {input}").parse().unwrap()).to_string();
        expansion.matches("compile_error").count()
    };
    assert_eq!(headlines("\"john\""), 1);
    assert_eq!(headlines("identity \"john\"; voice { \"john\" }"), 1);
    assert_eq!(headlines("identity \"john\"; sync { \"IS\" }"), 1);
    assert_eq!(headlines("identity \"john\"; voice { ; }"), 1);
    assert_eq!(headlines(""), 2);
}

#[test]
fn both_macros_report_an_unfinished_expression_also_in_blocks() {
    let input = "identity first +; voice { incoming; outgoing app { a = x * } }; ttl 5 -";
    let expansion = access_token(format!("k; {input}").parse().unwrap()).to_string();
    assert_eq!(expansion.matches("this expression is not finished").count(), 3, "{expansion}");
    assert_eq!(headlines("incoming first +"), ["this expression is not finished"]);
}

#[test]
fn a_wrong_call_keeps_its_type() {
    assert!(expansion("incoming").contains(
        "k :: __private :: unfinished :: < k :: ClientCapability < k :: NoCredentials , k :: Scopes > > ()"
    ));
    let with = expansion("incoming; credentials account");
    assert!(with.contains("k :: __private :: unfinished :: < k :: ClientCapability < k :: AccountCredentials , k :: Scopes > > ()"), "{with}");
}

#[test]
fn secrets_are_not_repeated() {
    let secret = "0123456789abcdef0123456789abcdef";
    for input in [
        format!("outgoing \"{secret}\""),
        format!("incoming \"{secret}\""),
        format!("events {{ \"{secret}\" = 1 }}"),
        format!("credentials \"{secret}\"; incoming a"),
        format!("x{secret} 1; incoming a"),
    ] {
        assert!(headlines(&input).iter().all(|line| !line.contains(secret)), "{input}");
        assert!(!headlines(&input).is_empty(), "{input}");
    }
}

/// xorshift64: the same streams in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn stream(&mut self, depth: usize) -> TokenStream {
        let length = self.below(12);
        (0..length).map(|_| self.tree(depth)).collect()
    }

    fn tree(&mut self, depth: usize) -> TokenTree {
        const WORDS: [&str; 34] = [
            "credentials",
            "incoming",
            "outgoing",
            "events",
            "ttl",
            "not_before",
            "expires",
            "as",
            "identity",
            "voice",
            "video",
            "chat",
            "sync",
            "task_router",
            "region",
            "anonymous",
            "room",
            "service",
            "workspace",
            "worker",
            "allow",
            "policy",
            "deny",
            "GET",
            "query",
            "update_self",
            "activity_updates",
            "incomming",
            "From",
            "user_id",
            "x",
            "if",
            "match",
            "_",
        ];
        const LITERALS: [&str; 16] = [
            "\"john\"",
            "\"a b\"",
            "\"WS11111111111111111111111111111111\"",
            "\"/Tasks/**\"",
            APP,
            "\"AC11111111111111111111111111111111\"",
            "\"\"",
            "\"é\"",
            "r#\"x\"#",
            "b\"x\"",
            "'c'",
            "300",
            "5m",
            "1.5",
            "999999999999999999999999999",
            "0x10u8",
        ];
        match self.below(10) {
            0..3 => TokenTree::Ident(Ident::new(self.pick(&WORDS), Span::call_site())),
            3..5 => self.pick(&LITERALS).parse::<TokenStream>().unwrap().into_iter().next().unwrap(),
            5..9 => {
                let spacing = if self.below(2) == 0 { Spacing::Alone } else { Spacing::Joint };
                let punct = self
                    .pick(&[";", ";", ";", ",", "=", "<", ">", ":", "-", "&", ".", "?", "!", "#", "$", "|"]);
                TokenTree::Punct(Punct::new(punct.chars().next().unwrap(), spacing))
            }
            _ if depth == 0 => TokenTree::Literal(Literal::u32_unsuffixed(1)),
            _ => {
                let delimiters =
                    [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None];
                let delimiter = delimiters[self.below(4)];
                TokenTree::Group(Group::new(delimiter, self.stream(depth - 1)))
            }
        }
    }
}

/// For any input, the expansion is either the calls or the errors.
fn sound(read: fn(TokenStream) -> TokenStream, new: &str, input: TokenStream) {
    let mut whole: TokenStream = "k;".parse().unwrap();
    whole.extend(input);
    let text = whole.to_string();
    let expansion = read(whole).to_string();
    let wrong = expansion.contains(":: core :: compile_error ! {");
    assert_ne!(
        wrong,
        expansion.contains(new),
        "{text}
{expansion}"
    );
    assert_eq!(wrong, expansion.contains("k :: __private :: unfinished"), "{text}\n{expansion}");
}

/// The table, and those of the braces in it.
fn tables(table: &'static Table) -> Vec<&'static Table> {
    let inner = table.rows.iter().filter_map(Row::table).map(tables);
    [table].into_iter().chain(inner.flatten()).collect()
}

#[test]
fn tables_name_only_words_that_they_have_and_each_once() {
    let all = [
        families::capability::FAMILY.table,
        families::access_token::FAMILY.table,
        families::task_router_capability::FAMILY.table,
    ];
    for table in all.map(tables).concat() {
        let needed = table.needs.iter().flat_map(|need| need.one_of);
        let rivals = table.rivals.iter().flat_map(|(words, _)| words);
        let beside = table.rows.iter().filter_map(|row| row.beside.as_ref()).map(|(word, _)| word);
        for word in needed.chain(rivals).chain(beside) {
            assert!(table.row(word).is_some(), "`{}` has no `{word}`", table.name);
        }
        let mut words: Vec<_> = table.rows.iter().map(|row| row.word).collect();
        words.extend(table.rows.iter().flat_map(|row| row.foreign));
        words.extend(table.elsewhere.iter().flat_map(|(words, _)| *words));
        for (n, word) in words.iter().enumerate() {
            assert!(!words[..n].contains(word), "`{}` has `{word}` twice", table.name);
        }
        for row in table.rows {
            assert!(row.help.contains(row.word), "{}: {}", row.word, row.help);
        }
    }
}

#[test]
fn random_tokens_never_panic() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..100_000 {
        sound(capability, "k :: ClientCapability :: new ()", random.stream(3));
    }
    for _ in 0..20_000 {
        sound(access_token, "k :: AccessToken :: new ()", random.stream(3));
    }
    for _ in 0..20_000 {
        sound(task_router, "k :: TaskRouterCapability :: workspace (", random.stream(3));
    }
    for _ in 0..20_000 {
        let mut input: TokenStream = "k;".parse().unwrap();
        input.extend(random.stream(3));
        assert!(
            expand_in_editor(&families::capability::FAMILY, input)
                .to_string()
                .contains("k :: __private :: unfinished")
        );
    }
}

#[test]
fn depth_and_length_do_not_matter() {
    for delimiter in [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None] {
        let mut deep: TokenStream = "incoming \"john\"".parse().unwrap();
        for _ in 0..500 {
            deep = TokenTree::Group(Group::new(delimiter, deep)).into();
        }
        let mut input: TokenStream = "incoming".parse().unwrap();
        input.extend(deep);
        sound(capability, "k :: ClientCapability :: new ()", input);
    }
    let params = (0..20_000).map(|n| format!("p{n} = {n},")).collect::<Vec<_>>().concat();
    let text = format!("outgoing {APP} {{ {params} }}");
    assert_eq!(headlines(&format!("{text} x")).len(), 1);
    assert_eq!(headlines(&"incomming \"a b\";".repeat(5000)).len(), 10_000);
}
