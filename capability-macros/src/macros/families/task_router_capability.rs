//! `task_router_capability!`

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::StringRule;

use crate::macros::expansion::At;
use crate::macros::families::common::{
    EXPIRES, NOT_BEFORE, TTL, TTL_OR_EXPIRES, account_credentials, credentials, sid,
};
use crate::macros::families::policies::policies;
use crate::macros::pipeline::Family;
use crate::macros::syntax::Block;
use crate::macros::table::{Becomes, Need, Params, Row, Rule, Separator, Table, Takes, Value};

pub(crate) const FAMILY: Family =
    Family { table: &TABLE, builder: "TaskRouterCapability", value_type, check: policies };

static TABLE: Table = Table {
    name: "task_router_capability!",
    rows: &[
        account_credentials("TaskRouterCredentials"),
        Row {
            word: "workspace",
            takes: Takes::Expr(sid("a workspace SID", "WorkspaceSid", SidKind::Workspace)),
            help: "write `workspace \"WS…\"`",
            becomes: Becomes::Start { ty: "TaskRouterCapability", constructor: "workspace", then: &[] },
            foreign: &["workspace_sid"],
            ..Row::PLAIN
        },
        Row {
            word: "worker",
            takes: Takes::Expr(sid("a worker SID", "WorkerSid", SidKind::Worker)),
            help: "write `worker \"WK…\"`",
            becomes: Becomes::Call("for_worker"),
            foreign: &["worker_sid"],
            ..Row::PLAIN
        },
        Row {
            word: "task_queue",
            takes: Takes::Expr(sid("a task queue SID", "TaskQueueSid", SidKind::TaskQueue)),
            help: "write `task_queue \"WQ…\"`",
            becomes: Becomes::Call("for_task_queue"),
            foreign: &["queue", "task_queue_sid"],
            ..Row::PLAIN
        },
        Row {
            word: "allow",
            takes: Takes::Inline(&ALLOW, Separator::Comma, "a list of rights"),
            help: "write `allow fetch_subresources, update_self`",
            becomes: Becomes::Calls,
            ..Row::PLAIN
        },
        Row {
            word: "policy",
            takes: Takes::Inline(&POLICY, Separator::Nothing, "a method, a path and filters"),
            help: "write `policy GET \"/Tasks/**\"`",
            becomes: POLICY_OBJECT,
            repeats: true,
            ..Row::PLAIN
        },
        Row {
            word: "deny",
            takes: Takes::Inline(&DENY, Separator::Nothing, "a method, a path and filters"),
            help: "write `deny DELETE \"/Tasks/**\"`",
            becomes: POLICY_OBJECT,
            repeats: true,
            ..Row::PLAIN
        },
        TTL,
        NOT_BEFORE,
        EXPIRES,
    ],
    elsewhere: &[
        (&["incoming", "outgoing", "events"], "it belongs in `capability!`"),
        (
            &["role"],
            "it belongs in `access_token!`: `task_router { workspace \"WS…\"; worker \"WK…\"; role \"worker\" }`",
        ),
        (
            &["identity", "anonymous", "voice", "video", "chat", "sync", "task_router", "playback", "region"],
            "it belongs in `access_token!`",
        ),
    ],
    needs: &[Need {
        one_of: &["workspace"],
        headline: "this token has no workspace",
        help: "add `workspace \"WS…\"`",
    }],
    rivals: &[TTL_OR_EXPIRES, (["worker", "task_queue"], "whose token it is")],
};

/// The object that the start in [`POLICY`] or [`DENY`] replaces.
const POLICY_OBJECT: Becomes = Becomes::Object { setter: "policy", ty: "Policy", constructor: "new" };

static ALLOW: Table = Table {
    name: "allow",
    rows: &[
        right("fetch_subresources", "allow_fetch_subresources", "write `allow fetch_subresources`", &[]),
        right("update_self", "allow_update_self", "write `allow update_self`", &["updates", "allow_updates"]),
        right(
            "update_subresources",
            "allow_update_subresources",
            "write `allow update_subresources`",
            &["updates_subresources", "allow_updates_subresources"],
        ),
        right("delete_self", "allow_delete_self", "write `allow delete_self`", &["delete", "allow_delete"]),
        right("delete_subresources", "allow_delete_subresources", "write `allow delete_subresources`", &[]),
        Row {
            only_with: OF_A_WORKER,
            ..right(
                "activity_updates",
                "allow_activity_updates",
                "write `allow activity_updates`",
                &["update_activities", "allow_update_activities", "worker_activity_updates"],
            )
        },
        Row {
            only_with: OF_A_WORKER,
            ..right(
                "reservation_updates",
                "allow_reservation_updates",
                "write `allow reservation_updates`",
                &["update_reservations", "allow_update_reservations", "task_reservation_updates"],
            )
        },
    ],
    elsewhere: &[
        (
            &[
                "fetch_self",
                "fetch_activities",
                "fetch_reservations",
                "fetch_worker_reservations",
                "web_sockets",
            ],
            "delete it: the token has this right without it",
        ),
        (&["GET", "POST", "DELETE"], "write `policy GET \"/Tasks/**\"`"),
    ],
    needs: &[Need {
        one_of: &[
            "fetch_subresources",
            "update_self",
            "update_subresources",
            "delete_self",
            "delete_subresources",
            "activity_updates",
            "reservation_updates",
        ],
        headline: "`allow` needs a right",
        help: "write `allow fetch_subresources`, or delete `allow`",
    }],
    rivals: &[],
};

const OF_A_WORKER: Option<(&str, &str)> = Some(("worker", "the token of a worker"));

const fn right(
    word: &'static str,
    setter: &'static str,
    help: &'static str,
    foreign: &'static [&'static str],
) -> Row {
    Row { word, help, becomes: Becomes::Call(setter), foreign, ..Row::PLAIN }
}

static POLICY: Table = Table {
    name: "policy",
    rows: &[method("GET", &[]), method("POST", &[]), method("DELETE", &[]), QUERY, POST],
    elsewhere: OTHER_METHODS,
    needs: &[Need {
        one_of: METHODS,
        headline: "`policy` needs a method and a path",
        help: "write `policy GET \"/Tasks/**\"`",
    }],
    rivals: ONE_METHOD,
};

static DENY: Table = Table {
    name: "deny",
    rows: &[method("GET", &["deny"]), method("POST", &["deny"]), method("DELETE", &["deny"]), QUERY, POST],
    elsewhere: OTHER_METHODS,
    needs: &[Need {
        one_of: METHODS,
        headline: "`deny` needs a method and a path",
        help: "write `deny DELETE \"/Tasks/**\"`",
    }],
    rivals: ONE_METHOD,
};

const METHODS: &[&str] = &["GET", "POST", "DELETE"];

const OTHER_METHODS: &[(&[&str], &str)] =
    &[(&["PUT", "PATCH", "HEAD", "OPTIONS"], "the method of a policy is `GET`, `POST` or `DELETE`")];

const ONE_METHOD: &[([&str; 2], &str)] = &[
    (["GET", "POST"], "which method the policy is for"),
    (["GET", "DELETE"], "which method the policy is for"),
    (["POST", "DELETE"], "which method the policy is for"),
];

/// A method and the path after it; `then` are calls of the policy.
const fn method(word: &'static str, then: &'static [&'static str]) -> Row {
    let (constructor, help, foreign): (_, _, &'static [&'static str]) = match word.as_bytes() {
        b"GET" => ("get", "write `GET \"/Tasks/**\"`", &["get"]),
        b"POST" => ("post", "write `POST \"/Tasks/**\"`", &["Post"]),
        _ => ("delete", "write `DELETE \"/Tasks/**\"`", &["delete"]),
    };
    Row {
        word,
        takes: Takes::ExprBeforeTail(Value { noun: "a path", ty: "PolicyUrl", rule: Rule::PolicyUrl }),
        help,
        becomes: Becomes::Start { ty: "Policy", constructor, then },
        foreign,
        ..Row::PLAIN
    }
}

const QUERY: Row = Row {
    word: "query",
    params: Some(FIELDS),
    help: "write `query { Limit = optional }`",
    becomes: Becomes::Object { setter: "query_filter", ty: "PolicyFilter", constructor: "new" },
    foreign: &["query_filter"],
    ..Row::PLAIN
};

const POST: Row = Row {
    word: "post",
    params: Some(FIELDS),
    help: "write `post { ReservationStatus = required }`",
    becomes: Becomes::Object { setter: "post_filter", ty: "PolicyFilter", constructor: "new" },
    foreign: &["post_filter", "form"],
    ..Row::PLAIN
};

const FIELDS: Params = Params {
    noun: "field",
    name_ty: "FilterName",
    name_rule: StringRule::FILTER_NAME,
    setter: "",
    choices: &["required", "optional"],
    value_ty: None,
    spread_ty: None,
};

fn value_type(At { path, span }: &At, call: &Block) -> TokenStream {
    let credentials = credentials(call, "AccountCredentials", *span);
    let channel = match (call.has("worker"), call.has("task_queue")) {
        (true, _) => "WorkerChannel",
        (false, true) => "TaskQueueChannel",
        (false, false) => "WorkspaceChannel",
    };
    let channel = Ident::new(channel, *span);
    quote_spanned! {*span=> #path::TaskRouterCapability<#path::task_router::#channel, #path::#credentials> }
}
