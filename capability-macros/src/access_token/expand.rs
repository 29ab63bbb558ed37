use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::access_token::model::{AccessToken, Grant, Set, What};
use crate::access_token::table::Kind;
use crate::expansion::{At, Facade, Writer};
use crate::findings::Sound;
use crate::syntax::{Place, Statement};

/// The calls of the builders, in the order of the statements; `last` is where the last one ends.
pub(crate) fn expand(facade: &Facade, model: Sound<AccessToken<'_>>, last: Place) -> TokenStream {
    let at = facade.at_call();
    let mut writer = Writer::new(facade);
    let mut calls = at.first_call("AccessToken", ("new", at.span), None);
    for set in &model.into_inner().statements {
        calls.extend(statement(&mut writer, set));
    }
    writer.finish(&calls, last)
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
        #path::__private::unfinished::<#path::AccessToken<#path::#credentials, #path::#identity, #grants>>()
    }
}

fn statement(writer: &mut Writer<'_>, set: &Set<'_>) -> TokenStream {
    let word = set.word.span();
    let at = writer.at(word);
    let (function, argument) = match &set.what {
        What::Credentials(api_key) => ("credentials", at.typed_reference("api_key_credentials", api_key)),
        What::Anonymous => ("anonymous", TokenStream::new()),
        What::Incoming => ("incoming", TokenStream::new()),
        What::Grant(parts) => (parts.setter, grant(writer, &at, parts)),
        What::Playback(grant) => ("playback", at.typed("playback_grant", grant)),
        What::Text(typed) => (typed.setter, writer.text(&at, typed.ty, typed.function, &typed.text)),
        What::Ttl(lifetime) => ("ttl", writer.lifetime(&at, lifetime)),
        What::NotBefore(time) => ("not_before", at.typed("unix_time", time)),
        What::Expires(time) => ("expires_at", at.typed("unix_time", time)),
        What::Outgoing(application, params) => {
            let application = writer.text(&at, "ApplicationSid", "application_sid", application);
            if params.is_empty() {
                ("outgoing", application)
            } else {
                let mut list = at.first_call("OutgoingParams", ("new", at.span), None);
                writer.params(&mut list, params, ["param", "ParamName"], At::reference);
                ("outgoing_with", quote_spanned! {at.span=> #application, #list })
            }
        }
    };
    at.next_call((function, word), &argument)
}

fn grant(writer: &mut Writer<'_>, at: &At, parts: &Grant<'_>) -> TokenStream {
    let needs = parts.needs.as_ref().map(|(word, typed)| {
        let at = writer.at(word.span());
        writer.text(&at, typed.ty, typed.function, &typed.text)
    });
    let mut calls = at.first_call(parts.ty, ("new", at.span), needs.as_ref());
    for set in &parts.members {
        calls.extend(statement(writer, set));
    }
    calls
}
