//! Which library wrote a token of this family: they differ in the order of members.

use crate::inspect::Library;
use crate::jwt::Members;

/// The libraries that would have written these members in this order. A guess for people: whoever holds the key can write a
/// token in any form.
pub(super) fn minted_by(header: &Members<'_>, claims: &Members<'_>) -> Vec<Library> {
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
