//! `access_token!`

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::StringRule;

use crate::macros::expansion::At;
use crate::macros::families::common::{
    APPLICATION_SID, EXPIRES, NOT_BEFORE, OF_TASK_ROUTER, TTL, TTL_OR_EXPIRES, credentials, sid,
};
use crate::macros::pipeline::Family;
use crate::macros::syntax::Block;
use crate::macros::table::{Becomes, Need, Params, Row, Rule, Table, Takes, Value};

pub(crate) const FAMILY: Family =
    Family { table: &TABLE, builder: "AccessToken", value_type, check: |_, _| {} };

static TABLE: Table = Table {
    name: "access_token!",
    rows: &[
        Row {
            word: "credentials",
            takes: Takes::Expr(Value {
                noun: "the credentials of an API key",
                ty: "ApiKeyCredentials",
                rule: Rule::Credentials(
                    "read them with `ApiKeyCredentials::from_env()` and write `credentials api_key`",
                ),
            }),
            help: "write `credentials api_key`, with an `ApiKeyCredentials`",
            becomes: Becomes::Call("credentials"),
            foreign: &["account", "account_sid", "api_key", "api_secret", "key"],
            ..Row::PLAIN
        },
        Row { beside: Some(("voice", &VOICE_IDENTITY)), ..IDENTITY },
        Row {
            word: "anonymous",
            help: "write `anonymous`",
            becomes: Becomes::Call("anonymous"),
            foreign: &["no_identity"],
            ..Row::PLAIN
        },
        Row {
            word: "voice",
            takes: Takes::Block(&VOICE),
            help: "write `voice { incoming; outgoing \"AP…\" }`",
            becomes: grant("voice", "VoiceGrant"),
            ..Row::PLAIN
        },
        Row {
            word: "video",
            takes: Takes::Block(&VIDEO),
            help: "write `video { room \"daily\" }`",
            becomes: grant("video", "VideoGrant"),
            ..Row::PLAIN
        },
        Row {
            word: "chat",
            takes: Takes::Block(&CHAT),
            help: "write `chat { service \"IS…\" }`",
            becomes: grant("chat", "ChatGrant"),
            foreign: &["conversations"],
            ..Row::PLAIN
        },
        Row {
            word: "sync",
            takes: Takes::Block(&SYNC),
            help: "write `sync { service \"IS…\" }`",
            becomes: grant("sync", "SyncGrant"),
            foreign: &["data_sync"],
            ..Row::PLAIN
        },
        Row {
            word: "task_router",
            takes: Takes::Block(&TASK_ROUTER),
            help: "write `task_router { workspace \"WS…\"; worker \"WK…\"; role \"worker\" }`",
            becomes: grant("task_router", "TaskRouterGrant"),
            foreign: &["taskrouter"],
            ..Row::PLAIN
        },
        Row {
            word: "playback",
            takes: Takes::Expr(Value {
                noun: "a playback grant",
                ty: "PlaybackGrant",
                rule: Rule::NoLiteral(
                    "a playback grant is what Twilio's API returned, not a literal",
                    "parse it at run time: `let grant: PlaybackGrant = json.parse()?;`",
                ),
            }),
            help: "write `playback grant`, with a `PlaybackGrant`",
            becomes: Becomes::Call("playback"),
            foreign: &["player"],
            ..Row::PLAIN
        },
        Row {
            word: "region",
            takes: Takes::Expr(Value { noun: "a region", ty: "Region", rule: Rule::Region }),
            help: "write `region \"au1\"`",
            becomes: Becomes::Call("region"),
            foreign: &["twr"],
            ..Row::PLAIN
        },
        Row {
            word: "id",
            takes: Takes::Expr(string("a token ID", "TokenId", StringRule::TOKEN_ID)),
            help: "write `id token_id`, with a `TokenId`",
            becomes: Becomes::Call("id"),
            foreign: &["jti"],
            ..Row::PLAIN
        },
        TTL,
        NOT_BEFORE,
        EXPIRES,
    ],
    elsewhere: &[
        (&["incoming"], "it belongs in `capability!`; in `access_token!`, write `voice { incoming }`"),
        (
            &["outgoing"],
            "it belongs in `capability!`; in `access_token!`, write `voice { outgoing \"AP…\" }`",
        ),
        NO_EVENTS,
        OF_TASK_ROUTER,
        (&["push_credential"], "it belongs in the braces of `voice` or `chat`"),
        (&["endpoint_id"], "it belongs in the braces of `voice`, `chat` or `sync`"),
        (&["room"], "it belongs in the braces of `video`"),
        (&["service"], "it belongs in the braces of `chat` or `sync`"),
        (&["deployment_role"], "it belongs in the braces of `chat`"),
        (&["workspace", "worker", "role"], "it belongs in the braces of `task_router`"),
    ],
    needs: &[
        Need {
            one_of: &["identity", "anonymous"],
            headline: "this token does not say who it is for",
            help: "add `identity \"john\"`, or `anonymous` for a token without an identity",
        },
        Need {
            one_of: &["voice", "video", "chat", "sync", "task_router", "playback"],
            headline: "this token grants nothing",
            help: "add `voice { incoming }`, `video`, `chat { service \"IS…\" }`, `sync { service \"IS…\" }`, \
                   `task_router { workspace \"WS…\" }` or `playback grant`",
        },
    ],
    rivals: &[TTL_OR_EXPIRES, (["identity", "anonymous"], "who the token is for")],
};

const IDENTITY: Row = Row {
    word: "identity",
    takes: Takes::Expr(string("an identity", "Identity", StringRule::IDENTITY)),
    help: "write `identity \"john\"`",
    becomes: Becomes::Call("identity"),
    foreign: &["client", "client_name", "user"],
    ..Row::PLAIN
};

static VOICE_IDENTITY: Row = Row {
    takes: Takes::Expr(Value {
        noun: "an identity",
        ty: "VoiceIdentity",
        rule: Rule::StringBecause(
            StringRule::VOICE_IDENTITY,
            "the `voice` grant needs an identity of this form; other grants accept any identity",
        ),
    }),
    becomes: Becomes::Call("voice_identity"),
    ..IDENTITY
};

/// Statements that are wrong in all braces.
const OUTSIDE: (&[&str], &str) = (
    &["credentials", "identity", "anonymous", "region", "ttl", "not_before", "expires"],
    "it belongs outside these braces",
);

const NO_EVENTS: (&[&str], &str) =
    (&["events"], "it belongs in `capability!`: an access token cannot read the event stream");

static VOICE: Table = Table {
    name: "voice",
    rows: &[
        Row {
            word: "incoming",
            help: "write `incoming`",
            becomes: Becomes::Call("incoming"),
            foreign: &["allow_incoming", "incoming_allow"],
            ..Row::PLAIN
        },
        Row {
            word: "outgoing",
            takes: Takes::ExprBeforeTail(APPLICATION_SID),
            params: Some(Params {
                noun: "parameter",
                name_ty: "ParamName",
                name_rule: StringRule::PARAM_NAME,
                setter: "param",
                choices: &[],
                value_ty: None,
                spread_ty: Some(("OutgoingParams", "OutgoingParamsAfterNames")),
            }),
            help: "write `outgoing \"AP…\"`, or `outgoing app` with an `ApplicationSid`",
            becomes: Becomes::CallWith {
                setter: "outgoing",
                setter_with: "outgoing_with",
                ty: "OutgoingParams",
            },
            foreign: &["app", "application", "application_sid", "outgoing_application_sid"],
            ..Row::PLAIN
        },
        PUSH_CREDENTIAL,
        ENDPOINT_ID,
    ],
    elsewhere: &[OUTSIDE, NO_EVENTS],
    needs: &[Need {
        one_of: &["incoming", "outgoing"],
        headline: "this `voice` grant allows nothing",
        help: "add `incoming` or `outgoing \"AP…\"`",
    }],
    rivals: &[],
};

static VIDEO: Table = Table {
    name: "video",
    rows: &[Row {
        word: "room",
        takes: Takes::Expr(string("a room", "RoomName", StringRule::ROOM)),
        help: "write `room \"daily\"`",
        becomes: Becomes::Call("room"),
        foreign: &["room_name", "room_sid"],
        ..Row::PLAIN
    }],
    elsewhere: &[OUTSIDE, NO_EVENTS],
    needs: &[],
    rivals: &[],
};

static CHAT: Table = Table {
    name: "chat",
    rows: &[
        SERVICE,
        ENDPOINT_ID,
        Row {
            word: "deployment_role",
            takes: Takes::Expr(sid("a role SID", "RoleSid", SidKind::Role)),
            help: "write `deployment_role \"RL…\"`",
            becomes: Becomes::Call("deployment_role"),
            foreign: &["role", "deployment_role_sid"],
            ..Row::PLAIN
        },
        PUSH_CREDENTIAL,
    ],
    elsewhere: &[OUTSIDE, NO_EVENTS],
    needs: &[Need {
        one_of: &["service"],
        headline: "`chat` needs a service",
        help: "write `chat { service \"IS…\" }`",
    }],
    rivals: &[],
};

static SYNC: Table = Table {
    name: "sync",
    rows: &[SERVICE, ENDPOINT_ID],
    elsewhere: &[OUTSIDE, NO_EVENTS],
    needs: &[Need {
        one_of: &["service"],
        headline: "`sync` needs a service",
        help: "write `sync { service \"IS…\" }`",
    }],
    rivals: &[],
};

static TASK_ROUTER: Table = Table {
    name: "task_router",
    rows: &[
        Row {
            word: "workspace",
            takes: Takes::Expr(sid("a workspace SID", "WorkspaceSid", SidKind::Workspace)),
            help: "write `workspace \"WS…\"`",
            becomes: Becomes::ConstructorArgument,
            foreign: &["workspace_sid"],
            ..Row::PLAIN
        },
        Row {
            word: "worker",
            takes: Takes::Expr(sid("a worker SID", "WorkerSid", SidKind::Worker)),
            help: "write `worker \"WK…\"`",
            becomes: Becomes::Call("worker"),
            foreign: &["worker_sid"],
            ..Row::PLAIN
        },
        Row {
            word: "role",
            takes: Takes::Expr(string("a role", "WorkerRole", StringRule::WORKER_ROLE)),
            help: "write `role \"worker\"`",
            becomes: Becomes::Call("role"),
            ..Row::PLAIN
        },
    ],
    elsewhere: &[OUTSIDE, NO_EVENTS],
    needs: &[Need {
        one_of: &["workspace"],
        headline: "`task_router` needs a workspace",
        help: "write `task_router { workspace \"WS…\" }`",
    }],
    rivals: &[],
};

const PUSH_CREDENTIAL: Row = Row {
    word: "push_credential",
    takes: Takes::Expr(sid("a credential SID", "CredentialSid", SidKind::Credential)),
    help: "write `push_credential \"CR…\"`",
    becomes: Becomes::Call("push_credential"),
    foreign: &["push_credential_sid"],
    ..Row::PLAIN
};

const ENDPOINT_ID: Row = Row {
    word: "endpoint_id",
    takes: Takes::Expr(string("an endpoint ID", "EndpointId", StringRule::ENDPOINT_ID)),
    help: "write `endpoint_id \"phone\"`",
    becomes: Becomes::Call("endpoint_id"),
    foreign: &["endpoint"],
    ..Row::PLAIN
};

const SERVICE: Row = Row {
    word: "service",
    takes: Takes::Expr(sid("a service SID", "ServiceSid", SidKind::Service)),
    help: "write `service \"IS…\"`",
    becomes: Becomes::ConstructorArgument,
    foreign: &["service_sid"],
    ..Row::PLAIN
};

const fn grant(setter: &'static str, ty: &'static str) -> Becomes {
    Becomes::Object { setter, ty, constructor: "new" }
}

const fn string(noun: &'static str, ty: &'static str, rule: StringRule) -> Value {
    Value { noun, ty, rule: Rule::String(rule) }
}

fn value_type(At { path, span }: &At, call: &Block) -> TokenStream {
    let ident = |text: &str| Ident::new(text, *span);
    let credentials = credentials(call, "ApiKeyCredentials", *span);
    let identity = ident(match (call.has("anonymous"), call.has("voice")) {
        (true, _) => "Anonymous",
        (false, true) => "VoiceIdentity",
        (false, false) => "Identity",
    });
    let voice = ident(if call.has("voice") { "WithVoice" } else { "NoVoice" });
    let grants = quote_spanned! {*span=> #path::Grants<#path::access::#voice> };
    quote_spanned! {*span=> #path::AccessToken<#path::#credentials, #path::#identity, #grants> }
}
