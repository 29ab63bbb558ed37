//! Signatures are compared in one place, which takes constant time. The duration of a comparison cannot be tested reliably,
//! so this reads the source code of the crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What can compare two values.
const COMPARISONS: [&str; 9] =
    ["==", "!=", ".eq(", ".ne(", "cmp(", "starts_with(", "ends_with(", "contains(", "CtOutput"];

/// What signatures are called.
const SIGNATURES: [&str; 5] = ["mac", "signature", "computed", "given", "digest"];

/// The comparisons that are allowed: the one of signatures, and others that compare no signature.
const ALLOWED: [(&str, &str); 5] = [
    // An algorithm.
    ("keys/built_in_provider.rs", "if family != AlgorithmFamily::Hmac {"),
    ("keys/hs256.rs", "CtOutput::<Hmac<Sha256>>::new((*computed).into()) == CtOutput::new((*given).into())"),
    ("keys/hs256.rs", "use hmac::digest::{CtOutput, Output};"),
    // The start of a message.
    (
        "keys/signing_key.rs",
        "Some(prefix) if message.starts_with(prefix.hashed()) => prefix.midstate.mac(message),",
    ),
    // A length.
    (
        "webhook/key.rs",
        "let decoded = STANDARD.decode(header).ok().filter(|decoded| decoded.len() == self.signature_len())?;",
    ),
];

/// How often each file calls the function that compares.
const CALLS: [(&str, usize); 5] = [
    ("keys/built_in_provider.rs", 1),
    ("keys/provider.rs", 2),
    ("keys/signing_key.rs", 1),
    ("webhook/key.rs", 1),
    ("webhook/signed_params/key.rs", 1),
];

#[test]
fn signatures_are_compared_in_one_place() {
    let mut calls = BTreeMap::new();
    let mut compared = Vec::new();
    for (file, line) in lines() {
        let words = || line.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let names_a_signature = words().any(|word| SIGNATURES.iter().any(|name| word.ends_with(name)));
        if names_a_signature && COMPARISONS.iter().any(|comparison| line.contains(comparison)) {
            compared.push((file.clone(), line.clone()));
        }
        let called = line.matches("same(").count() - line.matches("fn same(").count();
        if called > 0 {
            *calls.entry(file).or_insert(0) += called;
        }
    }
    compared.sort();
    let mut allowed = ALLOWED.map(|(file, line)| (file.to_owned(), line.to_owned()));
    allowed.sort();
    assert_eq!(compared, allowed);
    assert_eq!(calls, CALLS.map(|(file, count)| (file.to_owned(), count)).into());
}

/// The lines of the crate without comments and unit tests, each with its file.
fn lines() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lines = Vec::new();
    for path in files(&root) {
        let file = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap().lines().map(str::trim);
        let code = code.filter(|line| !line.starts_with("//"));
        lines.extend(code.map(|line| (file.clone(), line.to_owned())));
    }
    lines
}

/// The files of source code, without those of unit tests.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| !path.file_name().unwrap().to_str().unwrap().starts_with("tests"))
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}
