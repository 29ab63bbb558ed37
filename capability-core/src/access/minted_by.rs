//! Which library wrote a token of this family: they differ in the order of members.

use crate::inspect::Library;
use crate::jwt::{Members, Value};

/// The libraries that would have written these members in this order. A guess for people: whoever holds the key can write a
/// token in any form.
pub(super) fn minted_by(header: &Members<'_>, claims: &Members<'_>) -> Vec<Library> {
    if is_ours(header, claims) {
        return vec![Library::TwilioCapability];
    }
    if !has_usual_id(claims) {
        return Vec::new();
    }
    // Where each library writes a region, if there is one, is not told apart.
    let header: Vec<_> = header.names().filter(|name| *name != "twr").take(MOST).collect();
    let claims: Vec<_> = claims.names().filter(|name| *name != "nbf").take(MOST).collect();
    let library = match (&*header, &*claims) {
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

/// No library writes this number of members.
const MOST: usize = 8;

/// Whether the token has the ID that Twilio's libraries write: the key's SID, a hyphen and a time.
fn has_usual_id(claims: &Members<'_>) -> bool {
    let (Some(Value::String(issuer)), Some(Value::String(id))) = (claims.get("iss"), claims.get("jti"))
    else {
        return false;
    };
    id.strip_prefix(&*issuer)
        .and_then(|rest| rest.strip_prefix('-'))
        .is_some_and(|time| !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether this library would have written these members in this order.
fn is_ours(header: &Members<'_>, claims: &Members<'_>) -> bool {
    const GRANTS: [&str; 7] = ["voice", "video", "chat", "data_sync", "task_router", "player", "identity"];
    let (header, names): (Vec<_>, Vec<_>) =
        (header.names().take(MOST).collect(), claims.names().take(MOST).collect());
    let in_order = matches!(&*header, ["typ", "alg", "cty"] | ["typ", "alg", "cty", "twr"])
        && matches!(
            &*names,
            ["iss", "sub", "grants", "jti", "exp"] | ["iss", "sub", "grants", "jti", "exp", "nbf"]
        );
    let (true, Ok(Some(grants))) = (in_order, claims.object("grants")) else { return false };
    let places: Option<Vec<_>> =
        grants.names().map(|name| GRANTS.iter().position(|known| *known == name)).collect();
    places.is_some_and(|places| places.is_sorted())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jwt::json_read;

    #[test]
    fn this_library_writes_the_grants_in_one_order() {
        let header = json_read::parse(br#"{"typ":0,"alg":0,"cty":0,"twr":0}"#).unwrap();
        let guessed = |claims: &str| {
            minted_by(&header.members(), &json_read::parse(claims.as_bytes()).unwrap().members())
        };
        for (claims, ours) in [
            (r#"{"iss":0,"sub":0,"grants":{"voice":0,"player":0,"identity":0},"jti":0,"exp":0}"#, true),
            (r#"{"iss":0,"sub":0,"grants":{},"jti":0,"exp":0,"nbf":0}"#, true),
            (r#"{"iss":0,"sub":0,"grants":{},"jti":0,"nbf":0,"exp":0}"#, false),
            (r#"{"iss":0,"sub":0,"jti":0,"exp":0,"grants":{}}"#, false),
            (r#"{"iss":0,"sub":0,"grants":{"identity":0,"voice":0},"jti":0,"exp":0}"#, false),
            (r#"{"iss":0,"sub":0,"grants":{"rtc":0,"identity":0},"jti":0,"exp":0}"#, false),
            (r#"{"iss":0,"sub":0,"grants":0,"jti":0,"exp":0}"#, false),
        ] {
            assert_eq!(guessed(claims) == [Library::TwilioCapability], ours, "{claims}");
        }
    }
}
