//! Parameters and filters of a scope that was read, where a name can occur twice.

use std::fmt;

use twilio_capability_rules::string::{StringErrorKind, StringRule};

use super::findings::REPEATED;
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::params::Params;
use crate::call_params::signature;
use crate::inspect::{Findings, Quoted};

/// Parameters in words: ` with "a" = "1" and "b" = "2"`, or nothing.
pub(super) fn explain_params(
    f: &mut fmt::Formatter<'_>,
    params: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
) -> fmt::Result {
    for (n, (name, value)) in params.enumerate() {
        let (name, value) = (name.as_ref(), value.as_ref());
        f.write_str(if n == 0 { " with " } else { " and " })?;
        match signature::in_words(name, value) {
            Some(words) => f.write_str(&words)?,
            None => write!(f, "{} = {}", Quoted(name), Quoted(value))?,
        }
    }
    Ok(())
}

/// Each name that occurs more than once, in the order of the names.
fn repeated(params: &[(String, String)]) -> impl Iterator<Item = &str> {
    // Sorted, and not in a set: that takes less memory, and no choice of names makes it slow.
    let mut names: Vec<_> = params.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let mut before: Option<&str> = None;
    let mut reported: Option<&str> = None;
    names.into_iter().filter(move |name| {
        let is_again = before.replace(name) == Some(name);
        is_again && reported.replace(name) != Some(name)
    })
}

pub(super) fn find_repeated(findings: &mut Findings, params: &[(String, String)]) {
    for name in repeated(params).take(Findings::MOST) {
        let sentence = format!("the parameter {} occurs twice", Quoted(name));
        findings.add(&REPEATED, SCOPE_CLAIM.path(), sentence);
    }
}

/// Converts parameters that were read, if no name occurs twice and each obeys the rule. The signature of signed parameters is kept.
pub(super) fn strict_params(params: &[(String, String)], rule: StringRule) -> Result<Params, NotOursError> {
    if repeated(params).next().is_some() {
        return Err(NotOursError::new(NotOursErrorKind::RepeatedParam));
    }
    let mut strict = Params::new();
    for (name, value) in params {
        if let Err(error) = rule.check_at_run_time(name)
            && error.kind() != StringErrorKind::SignatureName
        {
            return Err(NotOursError::because(NotOursErrorKind::ParamName)(error));
        }
        strict.push_new(name, value);
    }
    Ok(strict)
}
