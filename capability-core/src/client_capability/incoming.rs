//! The scope that allows receiving calls: `scope:client:incoming?clientName=john`.

use std::fmt;

use super::findings::NO_CLIENT_NAME;
use super::marks::SCOPE_CLAIM;
use super::not_ours::{NotOursError, NotOursErrorKind};
use super::percent_encode::push_once;
use super::query::{Query, Span};
use super::read_scopes::ReadScope;
use super::scope_error::ScopeError;
use crate::inspect::{Findings, Quoted};
use crate::values::ClientName;

/// The start of the scope.
pub(super) const SCOPE: &str = "scope:client:incoming";
/// The key of the name that receives the calls.
pub(super) const CLIENT_NAME: &str = "clientName";

/// Appends the rest of the scope after [`INCOMING`](super::token_prefix::INCOMING).
pub(super) fn write(out: &mut Vec<u8>, name: &ClientName) {
    out.push(b'=');
    push_once(out, name.as_str().as_bytes());
}

/// The largest number of bytes that the scope takes if the name needs no encoding.
pub(super) fn size_hint(name: &ClientName) -> usize {
    40 + 2 * name.as_str().len()
}

pub(super) fn read(query: Query<'_>) -> Result<ReadScope, ScopeError> {
    let [name] = query.values([&[CLIENT_NAME]])?;
    Ok(ReadScope::Incoming { client_name: name.map(Span::decode).transpose()? })
}

pub(super) fn explain(f: &mut fmt::Formatter<'_>, name: Option<&str>) -> fmt::Result {
    match name {
        Some(name) => write!(f, "can receive calls to {}", Quoted(name)),
        None => f.write_str("can receive calls, without a client name"),
    }
}

pub(super) fn find(findings: &mut Findings, name: Option<&str>) {
    let path = SCOPE_CLAIM.path();
    if let Some(name) = name {
        findings.client_name("client name", path, name);
    } else {
        let sentence = "the incoming scope has no client name, so the client cannot be called";
        findings.add(&NO_CLIENT_NAME, path, sentence);
    }
}

/// Converts a scope that was read into the builder's type.
pub(super) fn strict(name: Option<&str>) -> Result<ClientName, NotOursError> {
    match name {
        Some(name) => strict_client_name(name),
        None => Err(NotOursError::new(NotOursErrorKind::ClientName)),
    }
}

pub(super) fn strict_client_name(name: &str) -> Result<ClientName, NotOursError> {
    ClientName::lenient(name).map_err(NotOursError::because(NotOursErrorKind::ClientName))
}
