//! The README shows what the compiler prints.

#[test]
fn the_readme_quotes_the_compiler() {
    let readme = include_str!("../../../README.md");
    let case = include_str!("../../ui/macro/readme.rs");
    let output = include_str!("../../ui/macro/readme.stderr");
    assert!(readme.contains(&format!("```rust,compile_fail\n{case}```\n")));
    assert!(readme.contains(&format!("```text\n{output}```\n")));
}
