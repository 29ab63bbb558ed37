//! The expansion gives no warning under lints that programs often deny. `cargo clippy` checks this file.

#![cfg(feature = "macros")]
#![deny(warnings, unused, missing_docs, unsafe_code, unused_qualifications, unreachable_pub)]
#![deny(rust_2018_idioms, rust_2024_compatibility, future_incompatible, trivial_casts, unused_results)]
#![deny(let_underscore_drop, variant_size_differences, unused_lifetimes, single_use_lifetimes)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(
    clippy::absolute_paths,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::clone_on_ref_ptr,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_docs_in_private_items,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::shadow_unrelated,
    clippy::std_instead_of_core,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]

use core::error::Error;
use core::time::Duration;
use std::sync::Arc;

use twilio_capability::{
    AccountCredentials, ApplicationSid, CallParams, ClientCapability, ClientName, NoCredentials, Params,
    PolicyUrl, Scopes, Token, Ttl, UnixTime, WorkspaceSid, capability, task_router_capability,
};

/// The values in the calls below.
struct User {
    /// A number.
    id: u32,
    /// A name.
    name: ClientName,
}

/// A call with only literals.
fn literals() -> ClientCapability<NoCredentials, Scopes> {
    capability! {
        incoming "john";
        outgoing "AP11111111111111111111111111111111" as "jane" { plan = "free", "user-id" = 1 };
        events { EventType = "call.completed" };
        ttl 5m
    }
}

/// A TaskRouter capability with all of its statements.
fn task_router(account: &AccountCredentials, workspace: WorkspaceSid, path: &PolicyUrl) -> Token {
    task_router_capability! {
        worker "WK11111111111111111111111111111111";
        allow activity_updates, update_self;
        policy GET path query { Limit = optional };
        deny POST "/Tasks/**" post { "Status" = required };
        workspace workspace;
        ttl 5m;
        credentials account
    }
    .sign()
}

/// A call with only expressions, written in all ways.
fn expressions(
    account: &AccountCredentials,
    user: &User,
    app: ApplicationSid,
    opens: UnixTime,
) -> Result<Token, Box<dyn Error>> {
    let id = user.id;
    Ok(capability! {
        credentials account;
        incoming &user.name;
        outgoing app as (user.name.clone()) < id, plan = format!("{}-{}", 1, 2), sum = user.id.wrapping_add(1) >;
        events;
        ttl Ttl::from_mins(5)?;
        not_before opens;
    }
    .sign())
}

/// A call with references that are not needed, and with a value that is moved.
fn references(account: &AccountCredentials, name: ClientName, closes: UnixTime) -> Token {
    capability! { incoming name; expires &closes; credentials &account }.sign()
}

/// A call with values that are converted, checked by the compiler or taken from elsewhere.
fn conversions(
    account: &AccountCredentials,
    name: &str,
    ttl: Duration,
    more: &Params,
) -> Result<Token, Box<dyn Error>> {
    Ok(capability! {
        credentials Arc::new(account);
        incoming name.parse()?;
        outgoing concat!("AP", "11111111111111111111111111111111") as &name.parse()? { length = name.len(), ..more };
        ttl ttl.try_into()?
    }
    .sign())
}

/// A declaration with every kind of field.
#[derive(CallParams, Clone, Debug, PartialEq, Eq)]
pub struct Caller<T: Clone> {
    /// A number.
    id: u32,
    /// A raw identifier.
    r#type: Option<String>,
    /// Any value.
    #[params(rename = "any-value")]
    value: T,
}

/// A call with a declared value.
fn declared(account: &AccountCredentials, caller: &Caller<bool>) -> Token {
    capability! { outgoing "AP11111111111111111111111111111111" { id = 8, ..caller }; credentials account }
        .sign()
}

/// A macro that calls the macro.
macro_rules! of {
    ($name:expr, $id:ident) => {
        capability! { outgoing "AP11111111111111111111111111111111" as $name { $id, twice = $id.wrapping_mul(2) } }
    };
}

/// A call of that macro.
fn through_a_macro(name: &ClientName) -> ClientCapability<NoCredentials, Scopes> {
    let id = 1_u32;
    of!(name, id)
}

/// The tokens of all calls above.
fn tokens() -> Result<[Token; 7], Box<dyn Error>> {
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse()?,
        "not_a_real_auth_token".parse()?,
    );
    let user = User { id: 42, name: ClientName::from_static("john") };
    let app = ApplicationSid::from_static("AP11111111111111111111111111111111");
    let time = UnixTime::from_secs(4_000_000_000)?;
    Ok([
        literals().credentials(&account).sign(),
        expressions(&account, &user, app, time)?,
        references(&account, user.name.clone(), time),
        conversions(&account, "john", Duration::from_secs(60), &Params::try_from_iter([("plan", "free")])?)?,
        through_a_macro(&user.name).credentials(&account).sign(),
        task_router(
            &account,
            WorkspaceSid::from_static("WS11111111111111111111111111111111"),
            &PolicyUrl::from_static("/Workers"),
        ),
        declared(&account, &Caller { id: 7, r#type: None, value: true }),
    ])
}

#[test]
fn the_calls_sign() {
    let parts = tokens().map(|tokens| tokens.map(|token| token.as_str().split('.').count()));
    assert!(matches!(parts, Ok([3, 3, 3, 3, 3, 3, 3])), "each token has three parts");
}
