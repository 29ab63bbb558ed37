//! The messages of the compiler: one file for each mistake, which is named after it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use trybuild::TestCases;

#[test]
fn mistakes_are_compile_errors() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/builder/*.rs");
    cases.compile_fail("tests/ui/macro/*.rs");
    cases.compile_fail("tests/ui/derive/*.rs");
}

/// A separate set of cases, because a set with programs that compile is built and not only checked, and rustc adds notes
/// to some messages when it builds.
#[test]
fn correct_programs_compile() {
    let large = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.rs");
    fs::write(&large, with_large_calls()).unwrap();
    let cases = TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.pass(large);
}

/// A program with calls that have very many names or very long literals. The compiler interprets the rules for each character, and
/// refuses a constant that takes it too long.
fn with_large_calls() -> String {
    let names: Vec<_> = (0..1000).map(|n| format!("\"{n}{}\" = {n}", "x".repeat(120))).collect();
    let names = names.join(", ");
    let (long, wide) = ("x".repeat(100_000), "é".repeat(100_000));
    format!(
        r#"
use twilio_capability::{{Identity, access_token, capability}};

const NAME: Identity = Identity::from_static("{wide}");

fn main() {{
    let _ = capability! {{ outgoing "AP11111111111111111111111111111111" {{ {names} }}; events {{ "{long}" = 1 }} }};
    let _ = access_token! {{
        identity "john";
        voice {{ outgoing "AP11111111111111111111111111111111" {{ {names} }} }};
        video {{ room "{long}" }}
    }};
    let _ = NAME;
}}
"#
    )
}

/// A separate set, because the compiler finds these mistakes when it builds. It builds a set in which a program compiles.
#[test]
fn mistakes_without_messages_do_not_build() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/build/*.rs");
    cases.pass("tests/ui/pass/macros.rs");
}
