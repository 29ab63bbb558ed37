//! A call is an expression and can be used wherever an expression can.

use std::fmt::Display;
use std::future::Future;

use twilio_capability::client_capability::{HasCredentials, HasScope};
use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, NoCredentials, Scopes, Token, Ttl, capability,
};

fn closure() -> impl Fn(&ClientName) -> ClientCapability<NoCredentials, Scopes> {
    |name| capability! { incoming name }
}

fn moving_closure(name: ClientName, account: AccountCredentials) -> impl FnOnce() -> Token {
    move || capability! { incoming name; credentials account }.sign()
}

fn async_block(name: ClientName, account: &AccountCredentials) -> impl Future<Output = Token> + '_ {
    async move { capability! { incoming &name; credentials account }.sign() }
}

async fn across_an_await(account: &AccountCredentials) -> Token {
    let capability = capability! { incoming "john" };
    std::future::ready(()).await;
    capability.credentials(account).sign()
}

fn awaited_inside<F: Future<Output = ClientName>>(name: F) -> impl Future {
    async { capability! { incoming name.await } }
}

fn match_arms(name: Option<&ClientName>) -> ClientCapability<NoCredentials, Scopes> {
    match name {
        Some(name) => capability! { incoming name },
        None => capability!(events),
    }
}

fn generic<T: Display + ?Sized, C>(account: &AccountCredentials, app: ApplicationSid, user_id: &T, _: C) -> Token {
    capability! { outgoing app { user_id } }.credentials(account).sign()
}

fn sign<C: HasCredentials, S: HasScope>(capability: &ClientCapability<C, S>) -> Token {
    capability.sign()
}

fn question_marks(name: &str, account: &AccountCredentials) -> Result<Token, Box<dyn std::error::Error>> {
    Ok(sign(&capability! { incoming name.parse::<ClientName>()?; ttl Ttl::from_mins(5)?; credentials account }))
}

fn early_return(name: Option<ClientName>) -> ClientCapability<NoCredentials, Scopes> {
    let Some(name) = name else { return capability! { events } };
    if name.as_str() == "john" { capability! { incoming name } } else { capability!(incoming "jane") }
}

fn blocks_behind_literals(count: u32, short: Ttl, long: Ttl) -> ClientCapability<NoCredentials, Scopes> {
    let capability = capability! { incoming "john"; ttl if count > 3 { short } else { long } };
    let _ = capability! { incoming "john"; ttl match 3 { 3 => short, _ => long } };
    capability
}

fn list(names: &[ClientName]) -> Vec<ClientCapability<NoCredentials, Scopes>> {
    names.iter().map(|name| capability![incoming name]).collect()
}

trait Session {
    const APPLICATION: ApplicationSid;

    fn name(&self) -> &ClientName;

    fn capability(&self) -> ClientCapability<NoCredentials, Scopes> {
        capability! { incoming self.name(); outgoing Self::APPLICATION as self.name() }
    }
}

struct Named<'n, const N: u32> {
    name: &'n ClientName,
}

impl<const N: u32> Session for Named<'_, N> {
    const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");

    fn name(&self) -> &ClientName {
        self.name
    }

    fn capability(&self) -> ClientCapability<NoCredentials, Scopes> {
        capability! { outgoing (<Self as Session>::APPLICATION) as self.name { n = N, shape = "{}", more = { 1 + 1 } } }
    }
}

/// A call in an expression of another call.
fn nested(account: &AccountCredentials) -> Token {
    let subject = ClientName::from_static("john");
    capability! { outgoing Named::<1>::APPLICATION { inner = capability! { incoming &subject; credentials account }.sign() } }
        .credentials(account)
        .sign()
}

fn main() {
    let _ = (closure, moving_closure, async_block, across_an_await, match_arms, question_marks, early_return);
    let _ = (blocks_behind_literals, list, nested, generic::<str, u8>, awaited_inside::<std::future::Ready<ClientName>>);
    let name = ClientName::from_static("john");
    let _ = Named::<7> { name: &name }.capability();
}
