//! Parameters and filters of a scope that was read, where a name can occur twice.

use std::collections::HashSet;
use std::fmt;

use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use crate::inspect::{FindingKind, Findings};

/// Parameters in words: ` with "a" = "1" and "b" = "2"`, or nothing.
pub(super) fn explain_params(
    f: &mut fmt::Formatter<'_>,
    params: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    for (n, (name, value)) in params.enumerate() {
        let (name, value) = (name.as_ref(), value.as_ref());
        write!(f, "{}{name:?} = {value:?}", if n == 0 { " with " } else { " and " })?;
    }
    Ok(())
}

/// The first name that occurs a second time.
fn repeated(params: &[(String, String)]) -> Option<&str> {
    let mut seen = HashSet::with_capacity(params.len());
    params.iter().map(|(name, _)| name.as_str()).find(|name| !seen.insert(*name))
}

pub(super) fn find_repeated(findings: &mut Findings, params: &[(String, String)]) {
    if let Some(name) = repeated(params) {
        let sentence = format_args!("the parameter {name:?} occurs twice");
        findings.odd(FindingKind::Repeated, SCOPE_CLAIM.path(), sentence);
    }
}

/// The parameters, if no name occurs twice.
pub(super) fn unrepeated(params: &[(String, String)]) -> Result<&[(String, String)], NotOursError> {
    match repeated(params) {
        Some(_) => Err(NotOursError::new(NotOursErrorKind::RepeatedParam)),
        None => Ok(params),
    }
}
