use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::capability::model::{Capability, Outgoing, Set, What};
use crate::capability::table::Kind;
use crate::expansion::{At, Facade};
use crate::findings::Sound;
use crate::syntax::Statement;
use crate::values::Param;

/// The calls of the builder, as functions with full paths: no trait has to be in scope and no prelude.
pub(crate) fn expand(facade: &Facade, model: Sound<Capability<'_>>) -> TokenStream {
    let At { path, span } = facade.at_call();
    let new = quote_spanned! {span=> #path::ClientCapability::new() };
    model.into_inner().statements.iter().fold(new, |before, set| statement(facade, &before, set))
}

/// A value of the type that the call has, or would have without its mistakes.
pub(crate) fn stand_in(at: &At, tree: &[Statement<Kind>]) -> TokenStream {
    let At { path, span } = at;
    let has_credentials = tree.iter().any(|statement| statement.kind == Some(Kind::Credentials));
    let credentials = if has_credentials { "AccountCredentials" } else { "NoCredentials" };
    let credentials = Ident::new(credentials, *span);
    quote_spanned! {*span=> #path::__private::unfinished::<#path::#credentials>() }
}

fn statement(facade: &Facade, before: &TokenStream, set: &Set<'_>) -> TokenStream {
    let at = facade.at(set.word.span());
    let (function, argument) = match &set.what {
        What::Credentials(account) => ("credentials", at.typed_reference("account_credentials", account)),
        What::Incoming(name) => ("incoming", at.text("ClientName", "client_name", name)),
        What::Outgoing(parts) => ("outgoing", outgoing(facade, set.word, parts)),
        What::Events(filters) => ("events", events(facade, &at, filters)),
        What::Ttl(lifetime) => ("ttl", at.lifetime(lifetime)),
        What::NotBefore(time) => ("not_before", at.typed("unix_time", time)),
        What::Expires(time) => ("expires_at", at.typed("unix_time", time)),
    };
    at.call("ClientCapability", (function, set.word), before, &argument)
}

fn outgoing(facade: &Facade, word: &Ident, parts: &Outgoing<'_>) -> TokenStream {
    let at = facade.at(word.span());
    let application = at.text("ApplicationSid", "application_sid", &parts.application);
    let At { path, span } = at;
    let mut scope = quote_spanned! {span=> #path::Outgoing::to(#application) };
    if let Some((keyword, name)) = &parts.client {
        let at = facade.at(*keyword);
        let name = at.text("ClientName", "client_name", name);
        let At { path, span } = at;
        let function = Ident::new("as_client", *keyword);
        scope = quote_spanned! {span=> #path::Outgoing::#function(#scope, #name) };
    }
    facade.with_params(scope, &parts.params, ["Outgoing", "param", "ParamName"])
}

fn events(facade: &Facade, at: &At, filters: &[Param<'_>]) -> TokenStream {
    let At { path, span } = at;
    let all = quote_spanned! {*span=> #path::EventStream::new() };
    facade.with_params(all, filters, ["EventStream", "filter", "FilterName"])
}
