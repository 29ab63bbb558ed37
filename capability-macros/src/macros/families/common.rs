//! Rows and values that several families share.

use twilio_capability_rules::sid::SidKind;

use crate::macros::table::{Becomes, Row, Rule, Takes, Value};

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

pub(super) const APPLICATION_SID: Value =
    Value { noun: "an application SID", ty: "ApplicationSid", rule: Rule::Sid(SidKind::Application) };
