use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::access_token::model::{AccessToken, Grant, Set, What};
use crate::access_token::table::Kind;
use crate::expansion::{At, Facade};
use crate::findings::Sound;
use crate::syntax::Statement;

/// The calls of the builders, as functions with full paths: no trait has to be in scope and no prelude.
pub(crate) fn expand(facade: &Facade, model: Sound<AccessToken<'_>>) -> TokenStream {
    let At { path, span } = facade.at_call();
    let new = quote_spanned! {span=> #path::AccessToken::new() };
    model.into_inner().statements.iter().fold(new, |before, set| call(facade, "AccessToken", &before, set))
}

/// A value of the type that the call has, or would have without its mistakes.
pub(crate) fn stand_in(at: &At, tree: &[Statement<Kind>]) -> TokenStream {
    let At { path, span } = at;
    let has = |kind| tree.iter().any(|statement| statement.kind == Some(kind));
    let ident = |text: &str| Ident::new(text, *span);
    let credentials = ident(if has(Kind::Credentials) { "ApiKeyCredentials" } else { "NoCredentials" });
    let identity = ident(match (has(Kind::Anonymous), has(Kind::Voice)) {
        (true, _) => "Anonymous",
        (false, true) => "VoiceIdentity",
        (false, false) => "Identity",
    });
    let mut seen = Vec::new();
    let mut grants = quote_spanned! {*span=> #path::NoGrant };
    for kind in tree.iter().filter_map(|statement| statement.kind) {
        if let Some(grant) = kind.grant()
            && !seen.contains(&kind)
        {
            seen.push(kind);
            let ty = ident(grant.ty);
            grants = quote_spanned! {*span=> #path::With<#path::#ty, #grants> };
        }
    }
    if seen.is_empty() {
        grants = quote_spanned! {*span=> #path::With<#path::VideoGrant> };
    }
    quote_spanned! {*span=>
        #path::__private::unfinished_access_token::<#path::#credentials, #path::#identity, #grants>()
    }
}

/// A call of the builder `ty`.
fn call(facade: &Facade, ty: &str, before: &TokenStream, set: &Set<'_>) -> TokenStream {
    let at = facade.at(set.word.span());
    let (function, argument) = match &set.what {
        What::Credentials(api_key) => ("credentials", at.typed_reference("api_key_credentials", api_key)),
        What::Anonymous => ("anonymous", TokenStream::new()),
        What::Incoming => ("incoming", TokenStream::new()),
        What::Grant(parts) => (parts.setter, grant(facade, &at, parts)),
        What::Playback(grant) => ("playback", at.typed("playback_grant", grant)),
        What::Text(typed) => (typed.setter, at.text(typed.ty, typed.function, &typed.text)),
        What::Ttl(lifetime) => ("ttl", at.lifetime(lifetime)),
        What::NotBefore(time) => ("not_before", at.typed("unix_time", time)),
        What::Expires(time) => ("expires_at", at.typed("unix_time", time)),
        What::Outgoing(application, params) => {
            let application = at.text("ApplicationSid", "application_sid", application);
            if params.is_empty() {
                ("outgoing", application)
            } else {
                let At { path, span } = &at;
                let none = quote_spanned! {*span=> #path::OutgoingParams::new() };
                let params = facade.with_params(none, params, ["OutgoingParams", "param", "ParamName"]);
                ("outgoing_with", quote_spanned! {*span=> #application, #params })
            }
        }
    };
    at.call(ty, (function, set.word), before, &argument)
}

fn grant(facade: &Facade, at: &At, parts: &Grant<'_>) -> TokenStream {
    let At { path, span } = at;
    let ty = Ident::new(parts.ty, *span);
    let needs = parts.needs.as_ref().map(|(word, typed)| {
        let at = facade.at(word.span());
        at.text(typed.ty, typed.function, &typed.text)
    });
    let new = quote_spanned! {*span=> #path::#ty::new(#needs) };
    parts.members.iter().fold(new, |before, set| call(facade, parts.ty, &before, set))
}
