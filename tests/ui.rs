//! The messages of the compiler: one file for each mistake, which is named after it.

use trybuild::TestCases;

#[test]
fn mistakes_are_compile_errors() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/builder/*.rs");
    cases.compile_fail("tests/ui/macro/*.rs");
}

/// A separate set of cases, because a set with programs that compile is built and not only checked, and rustc adds notes
/// to some messages when it builds.
#[test]
fn correct_programs_compile() {
    TestCases::new().pass("tests/ui/pass/*.rs");
}

/// A separate set, because the compiler finds these mistakes when it builds. It builds a set in which a program compiles.
#[test]
fn mistakes_without_messages_do_not_build() {
    let cases = TestCases::new();
    cases.compile_fail("tests/ui/build/*.rs");
    cases.pass("tests/ui/pass/macros.rs");
}
