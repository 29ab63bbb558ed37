//! `capability!`

use proc_macro2::TokenStream;
use quote::quote_spanned;

use twilio_capability_rules::string::StringRule;

use crate::macros::expansion::At;
use crate::macros::families::common::{
    APPLICATION_SID, EXPIRES, NOT_BEFORE, OF_TASK_ROUTER, TTL, TTL_OR_EXPIRES, account_credentials,
    credentials,
};
use crate::macros::pipeline::Family;
use crate::macros::syntax::Block;
use crate::macros::table::{Becomes, Name, Need, Params, Row, Rule, Table, Takes, Value};

pub(crate) const FAMILY: Family =
    Family { table: &TABLE, builder: "ClientCapability", value_type, check: |_, _| {} };

static TABLE: Table = Table {
    name: "capability!",
    rows: &[
        account_credentials("AccountCredentials"),
        Row {
            word: "incoming",
            takes: Takes::ExprBeforeTail(CLIENT_NAME),
            help: "write `incoming \"john\"`",
            becomes: Becomes::Call("incoming"),
            foreign: &[
                "allow_client_incoming",
                "allow_incoming",
                "client",
                "client_name",
                "identity",
                "incoming_client_scope",
            ],
            ..Row::PLAIN
        },
        Row {
            word: "outgoing",
            takes: Takes::ExprBeforeTail(APPLICATION_SID),
            name: Some(Name { value: CLIENT_NAME, setter: "as_client" }),
            params: Some(Params {
                noun: "parameter",
                name_ty: "ParamName",
                name_rule: StringRule::PARAM_NAME,
                setter: "param",
                choices: &[],
                value_ty: Some("ParamValue"),
                spread_ty: Some(("Params", "ParamsAfterNames")),
            }),
            help: "write `outgoing \"AP…\"`, or `outgoing app` with an `ApplicationSid`",
            becomes: Becomes::Object { setter: "outgoing", ty: "Outgoing", constructor: "to" },
            foreign: &[
                "allow_client_outgoing",
                "allow_outgoing",
                "app",
                "application",
                "application_sid",
                "outgoing_client_scope",
            ],
            ..Row::PLAIN
        },
        Row {
            word: "events",
            params: Some(Params {
                noun: "filter",
                name_ty: "FilterName",
                name_rule: StringRule::FILTER_NAME,
                setter: "filter",
                choices: &[],
                value_ty: Some("FilterValue"),
                spread_ty: None,
            }),
            help: "write `events`, or `events { CallSid = sid }` to filter them",
            becomes: Becomes::Object { setter: "events", ty: "EventStream", constructor: "new" },
            foreign: &[
                "add_event_stream",
                "allow_event_stream",
                "event_stream",
                "event_stream_scope",
                "stream",
            ],
            ..Row::PLAIN
        },
        TTL,
        NOT_BEFORE,
        EXPIRES,
    ],
    elsewhere: &[
        (
            &["anonymous", "voice", "video", "chat", "sync", "task_router", "playback", "region"],
            "it belongs in `access_token!`",
        ),
        OF_TASK_ROUTER,
        (&["workspace", "worker"], "it belongs in `task_router_capability!`"),
    ],
    needs: &[Need {
        one_of: &["incoming", "outgoing", "events"],
        headline: "this token allows nothing",
        help: "add `incoming \"john\"`, `outgoing \"AP…\"` or `events`",
    }],
    rivals: &[TTL_OR_EXPIRES],
};

const CLIENT_NAME: Value =
    Value { noun: "a client name", ty: "ClientName", rule: Rule::String(StringRule::CLIENT_NAME) };

fn value_type(At { path, span }: &At, call: &Block) -> TokenStream {
    let credentials = credentials(call, "AccountCredentials", *span);
    quote_spanned! {*span=> #path::ClientCapability<#path::#credentials, #path::Scopes> }
}
