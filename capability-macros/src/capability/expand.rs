use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::capability::model::{Capability, Outgoing, Set, What};
use crate::capability::table::Kind;
use crate::expansion::{At, Facade, Writer};
use crate::findings::Sound;
use crate::syntax::{Operand, Place, Statement};
use crate::values::Param;

/// The calls of the builder, in the order of the statements; `last` is where the last one ends.
pub(crate) fn expand(facade: &Facade, model: Sound<Capability<'_>>, last: Place) -> TokenStream {
    let at = facade.at_call();
    let mut writer = Writer::new(facade);
    let mut calls = at.first_call("ClientCapability", ("new", at.span), None);
    for set in &model.into_inner().statements {
        calls.extend(statement(&mut writer, set));
    }
    writer.finish(&calls, last)
}

/// A value of the type that the call has, or would have without its mistakes.
pub(crate) fn stand_in(at: &At, tree: &[Statement<Kind>]) -> TokenStream {
    let At { path, span } = at;
    let has_credentials = tree.iter().any(|statement| statement.kind == Some(Kind::Credentials));
    let credentials = if has_credentials { "AccountCredentials" } else { "NoCredentials" };
    let credentials = Ident::new(credentials, *span);
    quote_spanned! {*span=> #path::__private::unfinished::<#path::ClientCapability<#path::#credentials, #path::Scopes>>() }
}

fn statement(writer: &mut Writer<'_>, set: &Set<'_>) -> TokenStream {
    let word = set.word.span();
    let at = writer.at(word);
    let (function, argument) = match &set.what {
        What::Credentials(account) => ("credentials", at.typed_reference("account_credentials", account)),
        What::Incoming(name) => ("incoming", writer.text(&at, "ClientName", "client_name", name)),
        What::Outgoing(parts) => ("outgoing", outgoing(writer, &at, parts)),
        What::Events(filters) => ("events", events(writer, &at, filters)),
        What::Ttl(lifetime) => ("ttl", writer.lifetime(&at, lifetime)),
        What::NotBefore(time) => ("not_before", at.typed("unix_time", time)),
        What::Expires(time) => ("expires_at", at.typed("unix_time", time)),
    };
    at.next_call((function, word), &argument)
}

fn outgoing(writer: &mut Writer<'_>, at: &At, parts: &Outgoing<'_>) -> TokenStream {
    let application = writer.text(at, "ApplicationSid", "application_sid", &parts.application);
    let mut scope = at.first_call("Outgoing", ("to", at.span), Some(&application));
    if let Some((keyword, name)) = &parts.client {
        let at = writer.at(*keyword);
        let name = writer.text(&at, "ClientName", "client_name", name);
        scope.extend(at.next_call(("as_client", *keyword), &name));
    }
    writer.params(&mut scope, &parts.params, ["param", "ParamName"], value);
    scope
}

fn events(writer: &mut Writer<'_>, at: &At, filters: &[Param<'_>]) -> TokenStream {
    let mut stream = at.first_call("EventStream", ("new", at.span), None);
    writer.params(&mut stream, filters, ["filter", "FilterName"], value);
    stream
}

/// The value of a parameter or of a filter.
fn value(at: &At, operand: &Operand) -> TokenStream {
    at.typed_reference("param_value", operand)
}
