//! Parameters and filters of a scope that was read, where a name can occur twice.

use std::collections::HashSet;
use std::fmt;

use super::findings::REPEATED;
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use crate::inspect::{Findings, Quoted};

/// Parameters in words: ` with "a" = "1" and "b" = "2"`, or nothing.
pub(super) fn explain_params(
    f: &mut fmt::Formatter<'_>,
    params: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    for (n, (name, value)) in params.enumerate() {
        let (name, value) = (name.as_ref(), value.as_ref());
        let (name, value) = (Quoted(name), Quoted(value));
        write!(f, "{}{name} = {value}", if n == 0 { " with " } else { " and " })?;
    }
    Ok(())
}

/// Each name where it occurs again.
fn repeated(params: &[(String, String)]) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::with_capacity(params.len());
    params.iter().map(|(name, _)| name.as_str()).filter(move |name| !seen.insert(*name))
}

pub(super) fn find_repeated(findings: &mut Findings, params: &[(String, String)]) {
    let mut found = HashSet::new();
    for name in repeated(params).filter(|name| found.insert(*name)) {
        let sentence = format!("the parameter {} occurs twice", Quoted(name));
        findings.add(&REPEATED, SCOPE_CLAIM.path(), sentence);
    }
}

/// The parameters, if no name occurs twice.
pub(super) fn unrepeated(params: &[(String, String)]) -> Result<&[(String, String)], NotOursError> {
    match repeated(params).next() {
        Some(_) => Err(NotOursError::new(NotOursErrorKind::RepeatedParam)),
        None => Ok(params),
    }
}
