//! Which library wrote a token: they differ in the order of members and in how they write scopes.

use std::fmt;

use super::json::Members;

/// A library that mints Twilio's tokens.
///
/// ```
/// use twilio_capability_core::read::{Library, inspect};
///
/// // `{"typ":"JWT","alg":"HS256"}` and `{"iss":"","exp":0,"scope":""}`: only one writes the members in this order.
/// let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiIiLCJleHAiOjAsInNjb3BlIjoiIn0.AAAA";
/// assert_eq!(inspect(token).minted_by(), [Library::Java]);
/// assert_eq!(Library::Java.to_string(), "twilio-java");
/// ```
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
    /// Twilio's for Go, which mints access tokens alone.
    Go,
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
            Self::Go => "twilio-go",
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

/// As [`guess`], of an access token.
pub(super) fn guess_access(header: &Members<'_>, claims: &Members<'_>) -> Vec<Library> {
    // Where each library writes a region, if there is one, is not told apart.
    let header: Vec<_> = header.names().filter(|name| *name != "twr").collect();
    let claims: Vec<_> = claims.names().filter(|name| *name != "nbf").collect();
    let library = match (&*header, &*claims) {
        (["typ", "alg", "cty"], ["iss", "sub", "jti", "exp", "grants"]) => Library::TwilioCapability,
        (["typ", "alg", "cty"], ["jti", "iss", "sub", "exp", "grants"]) => Library::Php,
        (["alg", "cty", "typ"], ["jti", "grants", "iss", "exp", "sub"]) => Library::Python,
        (["alg", "cty", "typ"], ["exp", "grants", "iss", "jti", "sub"]) => Library::Go,
        (["alg", "typ", "cty"], ["jti", "grants", "iat", "exp", "iss", "sub"]) => Library::Node,
        (["alg", "typ", "cty"], ["iss", "exp", "jti", "sub", "grants"]) => Library::Csharp,
        (["cty", "typ", "alg"], ["iss", "exp", "grants", "jti", "sub"]) => Library::Java,
        (["cty", "typ", "alg"], ["jti", "grants", "iss", "exp", "sub"]) => Library::Ruby,
        _ => return Vec::new(),
    };
    vec![library]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::json;

    fn guessed(header: &str, claims: &str, scope: &str) -> String {
        let object = |names: &str| {
            let members: Vec<_> = names.split(',').map(|name| format!("\"{name}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        let (header, claims) = (object(header), object(claims));
        let (header, claims) = (json::parse(header.as_bytes()), json::parse(claims.as_bytes()));
        let guessed = guess(&header.unwrap(), &claims.unwrap(), scope);
        guessed.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    #[test]
    fn the_order_of_members_tells_most_libraries() {
        for (header, claims, library) in [
            ("alg,typ", "scope,iss,exp", "twilio-python"),
            ("alg,typ", "scope,iss,exp,nbf", "twilio-python"),
            ("alg,typ", "scope,iss,exp,iat", "twilio-node"),
            ("alg,typ", "iss,exp,scope", "twilio-csharp"),
            ("typ,alg", "scope,iss,nbf,exp", "twilio-ruby"),
            ("typ,alg", "iss,exp,scope", "twilio-java"),
            ("typ,alg", "scope,iss,exp,nbf", "twilio-capability"),
            ("typ,alg", "scope,iss,exp", "twilio-capability,twilio-php"),
            ("typ,alg", "exp,scope,iss", ""),
            ("alg", "scope,iss,exp", ""),
        ] {
            assert_eq!(
                guessed(header, claims, "scope:client:incoming?clientName=a"),
                library,
                "{header} {claims}"
            );
        }
    }

    #[test]
    fn the_scope_tells_this_library_from_php() {
        let (incoming, outgoing) = ("scope:client:incoming?clientName=a", "scope:client:outgoing?appSid=AP");
        let events = "scope:stream:subscribe?path=%2F2010-04-01%2FEvents";
        for (scope, ours, php) in [
            ("", false, true),
            (incoming, true, true),
            (outgoing, true, false),
            (&format!("{outgoing}&clientName=a"), true, false),
            (&format!("{outgoing}&appParams="), false, true),
            (&format!("{outgoing}&appParams=a%3D1"), true, true),
            (&format!("{outgoing}&clientName=a&appParams=a%3D1"), true, false),
            (&format!("{outgoing}&appParams=a%3D1&clientName=a"), false, true),
            (&format!("{outgoing}&appParams=a%3D1+2"), false, true),
            (&format!("{outgoing} {incoming}"), false, false),
            (&format!("{incoming} {outgoing}"), true, false),
            (&format!("{incoming} {outgoing}&appParams= {events}&params="), false, true),
            (events, true, false),
            (&format!("{events}&params=a%3D1"), true, true),
            (&format!("{events}&params="), false, true),
            ("scope:client:listen", false, true),
        ] {
            assert_eq!((could_be_ours(scope), could_be_php(scope)), (ours, php), "{scope}");
        }
        assert_eq!(guessed("typ,alg", "scope,iss,exp,nbf", &format!("{outgoing}&appParams=")), "");
        assert_eq!(guessed("typ,alg", "scope,iss,exp", outgoing), "twilio-capability");
        assert_eq!(guessed("typ,alg", "scope,iss,exp", ""), "twilio-php");
    }
}
