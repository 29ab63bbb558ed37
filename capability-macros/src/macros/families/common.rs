//! Rows, values and types that several families share.

use proc_macro2::{Ident, Span};
use twilio_capability_rules::sid::SidKind;

use crate::macros::syntax::Block;
use crate::macros::table::{Becomes, Row, Rule, Takes, Value};

/// The credentials of an account. `ty` is the function of core that converts them.
pub(super) const fn account_credentials(ty: &'static str) -> Row {
    Row {
        word: "credentials",
        takes: Takes::Expr(Value {
            noun: "account credentials",
            ty,
            rule: Rule::Credentials(
                "read them with `AccountCredentials::from_env()` and write `credentials account`",
            ),
        }),
        help: "write `credentials account`, with an `AccountCredentials`",
        becomes: Becomes::Call("credentials"),
        foreign: &["account", "account_sid", "auth_token"],
        ..Row::PLAIN
    }
}

pub(super) const TTL: Row = Row {
    word: "ttl",
    takes: Takes::Expr(Value { noun: "a lifetime", ty: "Ttl", rule: Rule::Lifetime }),
    help: "write `ttl 300` or `ttl 5m`",
    becomes: Becomes::Call("ttl"),
    foreign: &["duration", "expires_in", "lifetime"],
    ..Row::PLAIN
};

pub(super) const NOT_BEFORE: Row = Row {
    word: "not_before",
    takes: Takes::Expr(TIME),
    help: "write `not_before time`, with a `UnixTime`",
    becomes: Becomes::Call("not_before"),
    foreign: &["nbf", "valid_from"],
    ..Row::PLAIN
};

pub(super) const EXPIRES: Row = Row {
    word: "expires",
    takes: Takes::Expr(TIME),
    help: "write `expires time`, with a `UnixTime`",
    becomes: Becomes::Call("expires_at"),
    foreign: &["exp", "expires_at", "expiry", "valid_until"],
    ..Row::PLAIN
};

/// `ttl` and `expires`, which exclude each other.
pub(super) const TTL_OR_EXPIRES: ([&str; 2], &str) = (["ttl", "expires"], "when the token ends");

/// The statements of `task_router_capability!` that no other macro has.
pub(super) const OF_TASK_ROUTER: (&[&str], &str) =
    (&["task_queue", "allow", "policy", "deny"], "it belongs in `task_router_capability!`");

const TIME: Value = Value { noun: "a point in time", ty: "UnixTime", rule: Rule::Time };

pub(super) const APPLICATION_SID: Value = sid("an application SID", "ApplicationSid", SidKind::Application);

pub(super) const fn sid(noun: &'static str, ty: &'static str, kind: SidKind) -> Value {
    Value { noun, ty, rule: Rule::Sid(kind) }
}

/// The type of the credentials of a token: `ty`, or that of none.
pub(super) fn credentials(call: &Block, ty: &str, span: Span) -> Ident {
    Ident::new(if call.has("credentials") { ty } else { "NoCredentials" }, span)
}
