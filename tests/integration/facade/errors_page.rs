//! `docs/errors.md` is generated from the UI cases, so that it shows what the compiler prints.
//!
//! `ERRORS_PAGE=overwrite cargo test --test integration errors_page` generates it again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in the functions that the tests share"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const INTRODUCTION: &str = "\
# What the compiler says

The heading says what causes a message. The `help` line, or the sentence below the message, says what to do. This page is generated
from the cases in `tests/ui` by `ERRORS_PAGE=overwrite cargo test --test integration errors_page`. The same test fails if the page is
out of date.

A message has up to four parts: what is wrong; the string with a `^` below the wrong character, because the compiler itself can only
point at a whole literal; a `note` that explains the mistake; a `help` line that says what to type. Messages with a code, such as
`E0277`, are the compiler's own and are about an expression. All mistakes of a call are reported in one build, in the order of the
source. The words of a message never contain a string that looks like a secret, but the compiler prints the line of
the source: replace a key that was written there. File names are left out here.
";

/// The sections of the page: the folder of the cases, the first word of their names, and the heading.
const SECTIONS: [(&str, &str, &str); 25] = [
    ("macro", "call", "The call as a whole"),
    ("macro", "statement", "Statements"),
    ("macro", "sid", "SIDs"),
    ("macro", "name", "Client names"),
    ("macro", "literal", "Literals that are not strings"),
    ("macro", "parameter", "One parameter"),
    ("macro", "parameters", "The list of parameters"),
    ("macro", "filter", "Event filters"),
    ("macro", "ttl", "Lifetimes"),
    ("macro", "not", "`not_before`"),
    ("macro", "expires", "`expires`"),
    ("macro", "credentials", "Credentials"),
    ("macro", "type", "Expressions"),
    ("macro", "access", "`access_token!`"),
    ("macro", "task", "`task_router_capability!`"),
    ("macro", "recovery", "After a mistake"),
    ("macro", "", "Many mistakes, and name clashes"),
    ("derive", "item", "What `#[derive(CallParams)]` can be on"),
    ("derive", "name", "The names of declared parameters"),
    ("derive", "type", "The types of declared parameters"),
    ("derive", "", "The attribute `params`, and several mistakes"),
    ("builder", "access", "Access tokens without the macro"),
    ("builder", "task", "TaskRouter capability tokens without the macro"),
    ("builder", "webhook", "Webhooks"),
    ("builder", "", "Without the macro"),
];

/// Cases that are shown on another page: in the README.
const ELSEWHERE: [&str; 1] = ["macro/readme"];

struct Case {
    folder: &'static str,
    name: String,
    cause: String,
    /// What to do, for messages that do not say so themselves.
    advice: Option<String>,
    output: String,
}

#[test]
fn the_page_says_what_the_compiler_says() {
    let page = page();
    let path = root().join("docs/errors.md");
    if env::var_os("ERRORS_PAGE").is_some_and(|value| value == "overwrite") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, page).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == page,
        "docs/errors.md is out of date: run `ERRORS_PAGE=overwrite cargo test --test integration errors_page`"
    );
}

/// What holds for every message.
#[test]
fn the_messages_keep_the_rules_for_messages() {
    for case in cases() {
        let name = &case.name;
        for (headline, help) in messages(&case.output) {
            assert!(!headline.contains("twilio_capability_core"), "{name}: an inner path in: {headline}");
            assert!(!headline.contains("__private"), "{name}: an inner path in: {headline}");
            assert!(!headline.ends_with('.'), "{name}: a full stop after: {headline}");
            let of_the_compiler = headline.starts_with("error[") || case.advice.is_some();
            assert!(of_the_compiler || !help.is_empty(), "{name}: no help for: {headline}");
        }
        for line in case.output.lines() {
            // Lines of the source, which the compiler quotes, start with a bar.
            let quoted = line.trim_start().trim_start_matches(char::is_numeric).trim_start().starts_with('|');
            assert!(quoted || !line.contains("0123456789abcdef"), "{name}: a secret is repeated: {line}");
            assert!(!line.contains("/home/") && !line.contains("/tmp/"), "{name}: a path: {line}");
        }
        if case.folder == "macro" && !name.starts_with("type_") {
            let traced = case.output.contains("$crate::__private");
            assert!(!traced, "{name}: the message mentions the inner procedural macro");
        }
    }
}

#[test]
fn twelve_mistakes_are_twelve_errors() {
    let case = cases().into_iter().find(|case| case.name == "twelve_mistakes_at_once").unwrap();
    assert_eq!(messages(&case.output).len(), 12);
    let lines: Vec<(u32, u32)> = case
        .output
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .map(|place| {
            let mut parts = place.rsplit(':').map(|part| part.parse().unwrap());
            let column = parts.next().unwrap();
            (parts.next().unwrap(), column)
        })
        .collect();
    assert!(lines.is_sorted(), "not in the order of the source: {lines:?}");
}

fn page() -> String {
    let mut cases = cases();
    let mut headings: Vec<&str> = cases.iter().map(|case| case.cause.as_str()).collect();
    headings.sort_unstable();
    for pair in headings.windows(2) {
        assert_ne!(pair[0], pair[1], "two cases have the same heading");
    }
    let mut page = INTRODUCTION.to_owned();
    for (folder, first, heading) in SECTIONS {
        let of_section = |case: &Case| {
            case.folder == folder && (first.is_empty() || case.name.split('_').next() == Some(first))
        };
        let (section, rest) = cases.into_iter().partition(of_section);
        cases = rest;
        let section: Vec<Case> = section;
        assert!(!section.is_empty(), "no case for the section {heading}");
        writeln!(page, "\n## {heading}").unwrap();
        for case in section {
            write!(page, "\n### {}\n\n```text\n{}```\n", case.cause, shown(&case.output)).unwrap();
            if let Some(advice) = case.advice {
                write!(page, "\n{advice}\n").unwrap();
            }
        }
    }
    assert!(cases.is_empty(), "these cases are in no section");
    page
}

/// The output of the compiler, without the parts that are the same for each case: the name of the file, empty margins, and
/// the place of the unmet bound in the library.
fn shown(output: &str) -> String {
    let mut shown = String::new();
    let mut of_the_library = false;
    for line in output.lines() {
        let margin = line.trim_start().trim_end();
        let sealed = line.starts_with("help: the trait `twilio_capability_core::sealed");
        let starts = line.starts_with("error") || (line.starts_with("help: ") && !sealed);
        of_the_library = !starts && (of_the_library || sealed || line.starts_with("note: "));
        let aside = margin.starts_with("--> ")
            || margin == "|"
            || margin.starts_with("= help: the trait `")
            || margin.starts_with("= note: this error originates");
        if !aside && !of_the_library {
            if starts && line.starts_with("error") && !shown.is_empty() {
                shown.push('\n');
            }
            if !margin.is_empty() {
                shown.push_str(line);
                shown.push('\n');
            }
        }
    }
    shown
}

/// The errors of a case, each with its help line.
fn messages(output: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in output.lines() {
        if line.starts_with("error: ") || line.starts_with("error[") {
            messages.push((line.trim_start_matches("error: ").to_owned(), String::new()));
        } else if let Some(help) = line.strip_prefix("       = help: ")
            && let Some((_, of_last)) = messages.last_mut()
        {
            help.clone_into(of_last);
        }
    }
    messages
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in ["macro", "derive", "builder"] {
        let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/ui").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .collect();
        files.sort();
        cases.extend(files.iter().filter_map(|file| case(folder, file)));
    }
    cases
}

fn case(folder: &'static str, file: &Path) -> Option<Case> {
    let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
    if ELSEWHERE.contains(&format!("{folder}/{name}").as_str()) {
        return None;
    }
    let source = fs::read_to_string(file).unwrap();
    let mut comments = source.lines().map_while(|line| line.strip_prefix("//! "));
    let cause =
        comments.next().unwrap_or_else(|| panic!("{name}: the first line must say what causes the message"));
    let cause =
        cause.strip_suffix('.').unwrap_or_else(|| panic!("{name}: the first line must end with a full stop"));
    let output = fs::read_to_string(file.with_extension("stderr"))
        .unwrap_or_else(|_| panic!("{name}: no .stderr; run `TRYBUILD=overwrite cargo test --test ui`"));
    Some(Case {
        folder,
        name,
        cause: cause.to_owned(),
        advice: comments.next().map(str::to_owned),
        output: output.trim_end().to_owned(),
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
