//! Which library wrote a token: they differ in the order of members and in how they write scopes.

use std::fmt;

use super::json::Members;

/// A library that mints client capability tokens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Library {
    /// This one.
    TwilioCapability,
    /// Twilio's for Python.
    Python,
    /// Twilio's for Node.js.
    Node,
    /// Twilio's for Ruby.
    Ruby,
    /// Twilio's for PHP.
    Php,
    /// Twilio's for Java.
    Java,
    /// Twilio's for .NET.
    Csharp,
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TwilioCapability => "twilio-capability",
            Self::Python => "twilio-python",
            Self::Node => "twilio-node",
            Self::Ruby => "twilio-ruby",
            Self::Php => "twilio-php",
            Self::Java => "twilio-java",
            Self::Csharp => "twilio-csharp",
        })
    }
}

/// The libraries that would have written these members in this order and the scope in this way. A guess for
/// people: whoever holds the key can write a token in any form.
pub(super) fn guess(header: &Members<'_>, claims: &Members<'_>, scope: &str) -> Vec<Library> {
    let (header, claims): (Vec<_>, Vec<_>) = (header.names().collect(), claims.names().collect());
    match (&*header, &*claims) {
        (["alg", "typ"], ["scope", "iss", "exp"] | ["scope", "iss", "exp", "nbf"]) => vec![Library::Python],
        (["alg", "typ"], ["scope", "iss", "exp", "iat"]) => vec![Library::Node],
        (["alg", "typ"], ["iss", "exp", "scope"]) => vec![Library::Csharp],
        (["typ", "alg"], ["scope", "iss", "nbf", "exp"]) => vec![Library::Ruby],
        (["typ", "alg"], ["iss", "exp", "scope"]) => vec![Library::Java],
        (["typ", "alg"], ["scope", "iss", "exp", "nbf"]) if could_be_ours(scope) => {
            vec![Library::TwilioCapability]
        }
        (["typ", "alg"], ["scope", "iss", "exp"]) => {
            let ours = could_be_ours(scope).then_some(Library::TwilioCapability);
            let php = could_be_php(scope).then_some(Library::Php);
            ours.into_iter().chain(php).collect()
        }
        _ => Vec::new(),
    }
}

fn could_be_ours(scope: &str) -> bool {
    const ORDER: [&str; 3] = ["scope:client:incoming", "scope:client:outgoing", "scope:stream:subscribe"];
    let kind = |uri: &str| ORDER.iter().position(|start| uri.starts_with(start));
    let uris = scope.split(' ');
    uris.clone().all(|uri| {
        let (name, params) = (uri.find("&clientName="), uri.find("&appParams="));
        let in_order = name.zip(params).is_none_or(|(name, params)| name < params);
        let nothing_empty = !uri.split('&').any(|pair| pair.ends_with('='));
        kind(uri).is_some() && in_order && nothing_empty && !uri.contains('+')
    }) && uris.map(kind).is_sorted()
}

fn could_be_php(scope: &str) -> bool {
    scope.split(' ').all(|uri| {
        let (name, params) = (uri.find("&clientName="), uri.find("&appParams="));
        if uri.starts_with("scope:client:outgoing") {
            params.is_some() && name.is_none_or(|name| params < Some(name))
        } else {
            !uri.starts_with("scope:stream") || uri.contains("&params=")
        }
    })
}
