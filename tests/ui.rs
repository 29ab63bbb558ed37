//! The messages of the compiler: one file for each mistake, which is named after it.

#[test]
fn mistakes_are_compile_errors() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/builder/*.rs");
    cases.compile_fail("tests/ui/macro/*.rs");
    cases.pass("tests/ui/pass/*.rs");
}
