//! Which library wrote a token of this family: they differ in the order of members and in how they write scopes.

use crate::inspect::Library;
use crate::jwt::Members;

/// The libraries that would have written these members in this order and the scope in this way. A guess for
/// people: whoever holds the key can write a token in any form.
pub(super) fn minted_by(header: &Members<'_>, claims: &Members<'_>, scope: &str) -> Vec<Library> {
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
        let guessed = minted_by(&header.unwrap(), &claims.unwrap(), scope);
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
