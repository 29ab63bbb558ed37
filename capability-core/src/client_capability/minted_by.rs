//! Which library wrote a token of this family: they differ in the order of members and in how they write scopes.

use super::read_scopes::ReadScopes;
use super::scopes::Scopes;
use super::{events, incoming, outgoing};
use crate::inspect::Library;
use crate::jwt::Members;

/// The libraries that would have written these members in this order and the scope in this way. `read` is what was read of
/// the scope. A guess for people: whoever holds the key can write a token in any form.
pub(super) fn minted_by(
    header: &Members<'_>,
    claims: &Members<'_>,
    scope: &str,
    read: Option<&ReadScopes>,
) -> Vec<Library> {
    // No library writes five members.
    let (header, claims): (Vec<_>, Vec<_>) =
        (header.names().take(5).collect(), claims.names().take(5).collect());
    let library = match (&*header, &*claims) {
        (["alg", "typ"], ["scope", "iss", "exp"] | ["scope", "iss", "exp", "nbf"]) => Library::Python,
        (["alg", "typ"], ["scope", "iss", "exp", "iat"]) => Library::Node,
        (["alg", "typ"], ["iss", "exp", "scope"]) => Library::Csharp,
        (["typ", "alg"], ["scope", "iss", "nbf", "exp"]) => Library::Ruby,
        (["typ", "alg"], ["iss", "exp", "scope"]) => Library::Java,
        (["typ", "alg"], ["scope", "iss", "exp", "nbf"]) => return ours(scope, read).into_iter().collect(),
        (["typ", "alg"], ["scope", "iss", "exp"]) => {
            let php = could_have_written(Library::Php, scope).then_some(Library::Php);
            return ours(scope, read).into_iter().chain(php).collect();
        }
        _ => return Vec::new(),
    };
    if could_have_written(library, scope) { vec![library] } else { Vec::new() }
}

/// This library, if it writes the scope in exactly this way. A scope of which a part was not read is written in another way.
fn ours(scope: &str, read: Option<&ReadScopes>) -> Option<Library> {
    let scopes = Scopes::try_from(read?).ok()?;
    let mut written = Vec::with_capacity(scope.len());
    // What the prefix of the token says already, see `Scopes::prefix`; without calls, the scope's own start says the rest.
    let (start, before) = match (scopes.incoming(), scopes.outgoing()) {
        (Some(_), _) => (format!("{}?{}", incoming::SCOPE, incoming::CLIENT_NAME), ""),
        (None, Some(_)) => (format!("{}?{}=", outgoing::SCOPE, outgoing::APP_SID), ""),
        (None, None) => (String::new(), "{\"scope\":\""),
    };
    scopes.write(&mut written);
    let written = written.strip_prefix(before.as_bytes())?;
    let is_same = scope.as_bytes().strip_prefix(start.as_bytes()) == Some(written);
    is_same.then_some(Library::TwilioCapability)
}

/// Whether the keys of each scope are in an order in which the library writes them.
fn could_have_written(library: Library, scope: &str) -> bool {
    scope.split(' ').all(|uri| match uri.split_once('?') {
        Some((name, query)) => {
            // A scope has at most three keys.
            let keys = query.split('&').take(4);
            let keys: Vec<_> = keys.map(|pair| pair.split('=').next().unwrap_or_default()).collect();
            could_have_keys(library, name, &keys)
        }
        // Without keys, or a word of a name that was not encoded. The one for PHP always writes parameters.
        None => library != Library::Php || !uri.starts_with("scope:client:outgoing"),
    })
}

fn could_have_keys(library: Library, scope: &str, keys: &[&str]) -> bool {
    match (library, scope) {
        (_, incoming::SCOPE) => keys == ["clientName"],
        (Library::Python, outgoing::SCOPE) => keys.contains(&"appSid") && keys.is_sorted(),
        (Library::Python, events::SCOPE) => keys.contains(&"path") && keys.is_sorted(),
        (Library::Php, outgoing::SCOPE) => {
            matches!(keys, ["appSid", "appParams"] | ["appSid", "appParams", "clientName"])
        }
        (Library::Php, events::SCOPE) => keys == ["path", "params"],
        (_, outgoing::SCOPE) => {
            matches!(
                keys,
                ["appSid"] | ["appSid", "clientName" | "appParams"] | ["appSid", "clientName", "appParams"]
            )
        }
        (Library::Ruby, events::SCOPE) => matches!(keys, ["path"] | ["path", "params"]),
        (_, events::SCOPE) => matches!(keys, ["path"] | ["path", "appParams"]),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jwt::json_read;

    fn guessed(header: &str, claims: &str, scope: &str) -> String {
        let object = |names: &str| {
            let members: Vec<_> = names.split(',').map(|name| format!("\"{name}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        let (header, claims) = (object(header), object(claims));
        let (header, claims) = (json_read::parse(header.as_bytes()), json_read::parse(claims.as_bytes()));
        let (header, claims) = (header.unwrap(), claims.unwrap());
        let guessed = minted_by(&header.members(), &claims.members(), scope, scope.parse().ok().as_ref());
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
        let (incoming, outgoing) = (
            "scope:client:incoming?clientName=a",
            "scope:client:outgoing?appSid=APfedcba9876543210fedcba9876543210",
        );
        let events = "scope:stream:subscribe?path=%2F2010-04-01%2FEvents";
        for (scope, by_us, php) in [
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
            (&format!("{incoming} {outgoing}"), false, false),
            (&format!("{incoming} {outgoing}&clientName=a"), true, false),
            ("scope:client:outgoing?appParams=a%3D1&appSid=APfedcba9876543210fedcba9876543210", false, false),
            (&format!("{incoming} {outgoing}&appParams= {events}&params="), false, true),
            (events, true, false),
            (&format!("{events}&params=a%3D1"), true, true),
            (&format!("{events}&params="), false, true),
            ("scope:client:listen", false, true),
        ] {
            assert_eq!(
                (ours(scope, scope.parse().ok().as_ref()).is_some(), could_have_written(Library::Php, scope)),
                (by_us, php),
                "{scope}"
            );
        }
        assert_eq!(guessed("typ,alg", "scope,iss,exp,nbf", &format!("{outgoing}&appParams=")), "");
        assert_eq!(guessed("typ,alg", "scope,iss,exp", outgoing), "twilio-capability");
        assert_eq!(guessed("typ,alg", "scope,iss,exp", ""), "twilio-php");
    }
}
