use twilio_capability_rules::sid::SidKind;
use twilio_capability_rules::string::StringRule;

use crate::syntax::{Form, Language, Takes};

/// The statements of `access_token!` and those inside of its grants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Credentials,
    Identity,
    Anonymous,
    Voice,
    Video,
    Chat,
    Sync,
    TaskRouter,
    Playback,
    Region,
    Id,
    Ttl,
    NotBefore,
    Expires,
    Incoming,
    Outgoing,
    PushCredential,
    EndpointId,
    Room,
    Service,
    DeploymentRole,
    Workspace,
    Worker,
    Role,
}

/// A grant that is a block of statements.
pub(crate) struct Grant {
    /// Its type, and the setter of the builder.
    pub(crate) ty: &'static str,
    pub(crate) setter: &'static str,
    /// The statement that it cannot be without: what its constructor takes.
    pub(crate) needs: Option<Kind>,
}

/// A statement that sets a text which has a rule.
pub(crate) struct Leaf {
    pub(crate) setter: &'static str,
    pub(crate) ty: &'static str,
    /// The function of the facade that takes an expression for it.
    pub(crate) function: &'static str,
    pub(crate) rule: Rule,
}

pub(crate) enum Rule {
    Sid(SidKind),
    String(StringRule),
    Region,
}

impl Kind {
    pub(crate) fn grant(self) -> Option<Grant> {
        let (ty, setter, needs) = match self {
            Self::Voice => ("VoiceGrant", "voice", None),
            Self::Video => ("VideoGrant", "video", None),
            Self::Chat => ("ChatGrant", "chat", Some(Self::Service)),
            Self::Sync => ("SyncGrant", "sync", Some(Self::Service)),
            Self::TaskRouter => ("TaskRouterGrant", "task_router", Some(Self::Workspace)),
            Self::Playback => ("PlaybackGrant", "playback", None),
            _ => return None,
        };
        Some(Grant { ty, setter, needs })
    }

    pub(crate) fn leaf(self) -> Option<Leaf> {
        let (setter, ty, function, rule) = match self {
            Self::Identity => ("identity", "Identity", "identity", Rule::String(StringRule::IDENTITY)),
            Self::Region => ("region", "Region", "region", Rule::Region),
            Self::Id => ("id", "TokenId", "token_id", Rule::String(StringRule::TOKEN_ID)),
            Self::PushCredential => {
                ("push_credential", "CredentialSid", "credential_sid", Rule::Sid(SidKind::Credential))
            }
            Self::EndpointId => {
                ("endpoint_id", "EndpointId", "endpoint_id", Rule::String(StringRule::ENDPOINT_ID))
            }
            Self::Room => ("room", "RoomName", "room_name", Rule::String(StringRule::ROOM)),
            Self::Service => ("new", "ServiceSid", "service_sid", Rule::Sid(SidKind::Service)),
            Self::DeploymentRole => ("deployment_role", "RoleSid", "role_sid", Rule::Sid(SidKind::Role)),
            Self::Workspace => ("new", "WorkspaceSid", "workspace_sid", Rule::Sid(SidKind::Workspace)),
            Self::Worker => ("worker", "WorkerSid", "worker_sid", Rule::Sid(SidKind::Worker)),
            Self::Role => ("role", "WorkerRole", "worker_role", Rule::String(StringRule::WORKER_ROLE)),
            _ => return None,
        };
        Some(Leaf { setter, ty, function, rule })
    }
}

const fn form(
    kind: Kind,
    word: &'static str,
    takes: Takes<Kind>,
    operand: &'static str,
    help: &'static str,
) -> Form<Kind> {
    Form { kind, word, takes, operand, help, name: false, params: None }
}

pub(crate) const LANGUAGE: Language<Kind> = Language {
    name: "access_token!",
    forms: &[
        form(
            Kind::Credentials,
            "credentials",
            Takes::Expression,
            "the credentials of an API key",
            "write `credentials api_key`, with an `ApiKeyCredentials`",
        ),
        form(Kind::Identity, "identity", Takes::Expression, "an identity", "write `identity \"john\"`"),
        form(Kind::Anonymous, "anonymous", Takes::Nothing, "nothing", "write `anonymous`"),
        form(
            Kind::Voice,
            "voice",
            Takes::Block(&VOICE),
            "statements",
            "write `voice { incoming; outgoing \"AP…\" }`",
        ),
        form(Kind::Video, "video", Takes::Block(&VIDEO), "statements", "write `video { room \"daily\" }`"),
        form(Kind::Chat, "chat", Takes::Block(&CHAT), "statements", "write `chat { service \"IS…\" }`"),
        form(Kind::Sync, "sync", Takes::Block(&SYNC), "statements", "write `sync { service \"IS…\" }`"),
        form(
            Kind::TaskRouter,
            "task_router",
            Takes::Block(&TASK_ROUTER),
            "statements",
            "write `task_router { workspace \"WS…\"; worker \"WK…\"; role \"worker\" }`",
        ),
        form(
            Kind::Playback,
            "playback",
            Takes::Expression,
            "a playback grant",
            "write `playback grant`, with a `PlaybackGrant`",
        ),
        form(Kind::Region, "region", Takes::Expression, "a region", "write `region \"au1\"`"),
        form(Kind::Id, "id", Takes::Expression, "a token ID", "write `id unique`, with a `TokenId`"),
        form(Kind::Ttl, "ttl", Takes::Expression, "a lifetime", "write `ttl 300` or `ttl 5m`"),
        form(
            Kind::NotBefore,
            "not_before",
            Takes::Expression,
            "a point in time",
            "write `not_before time`, with a `UnixTime`",
        ),
        form(
            Kind::Expires,
            "expires",
            Takes::Expression,
            "a point in time",
            "write `expires time`, with a `UnixTime`",
        ),
    ],
    foreign: &[
        ("account", Kind::Credentials),
        ("account_sid", Kind::Credentials),
        ("api_key", Kind::Credentials),
        ("api_secret", Kind::Credentials),
        ("key", Kind::Credentials),
        ("client", Kind::Identity),
        ("client_name", Kind::Identity),
        ("user", Kind::Identity),
        ("no_identity", Kind::Anonymous),
        ("conversations", Kind::Chat),
        ("data_sync", Kind::Sync),
        ("taskrouter", Kind::TaskRouter),
        ("player", Kind::Playback),
        ("twr", Kind::Region),
        ("jti", Kind::Id),
        ("duration", Kind::Ttl),
        ("expires_in", Kind::Ttl),
        ("lifetime", Kind::Ttl),
        ("nbf", Kind::NotBefore),
        ("valid_from", Kind::NotBefore),
        ("exp", Kind::Expires),
        ("expires_at", Kind::Expires),
        ("expiry", Kind::Expires),
        ("valid_until", Kind::Expires),
    ],
    elsewhere: &[
        ("incoming", "that belongs in `capability!`; here it stands in `voice { incoming }`"),
        ("outgoing", "that belongs in `capability!`; here it stands in `voice { outgoing \"AP…\" }`"),
        ("events", "that belongs in `capability!`: no access token reads the event stream"),
        ("push_credential", "it stands in the braces of `voice` or `chat`"),
        ("endpoint_id", "it stands in the braces of `voice`, `chat` or `sync`"),
        ("room", "it stands in the braces of `video`"),
        ("service", "it stands in the braces of `chat` or `sync`"),
        ("deployment_role", "it stands in the braces of `chat`"),
        ("workspace", "it stands in the braces of `task_router`"),
        ("worker", "it stands in the braces of `task_router`"),
        ("role", "it stands in the braces of `task_router`"),
    ],
};

const OUTSIDE: &[(&str, &str)] = &[
    ("credentials", "it stands outside of these braces"),
    ("identity", "it stands outside of these braces"),
    ("anonymous", "it stands outside of these braces"),
    ("region", "it stands outside of these braces"),
    ("ttl", "it stands outside of these braces"),
    ("not_before", "it stands outside of these braces"),
    ("expires", "it stands outside of these braces"),
    ("events", "that belongs in `capability!`: no access token reads the event stream"),
];

const PUSH_CREDENTIAL: Form<Kind> = form(
    Kind::PushCredential,
    "push_credential",
    Takes::Expression,
    "a credential SID",
    "write `push_credential \"CR…\"`",
);

const ENDPOINT_ID: Form<Kind> = form(
    Kind::EndpointId,
    "endpoint_id",
    Takes::Expression,
    "an endpoint ID",
    "write `endpoint_id \"phone\"`",
);

const SERVICE: Form<Kind> =
    form(Kind::Service, "service", Takes::Expression, "a service SID", "write `service \"IS…\"`");

const VOICE: Language<Kind> = Language {
    name: "voice",
    forms: &[
        form(Kind::Incoming, "incoming", Takes::Nothing, "nothing", "write `incoming`"),
        Form {
            kind: Kind::Outgoing,
            word: "outgoing",
            takes: Takes::Operand,
            operand: "an application SID",
            help: "write `outgoing \"AP…\"`, or `outgoing app` with an `ApplicationSid`",
            name: false,
            params: Some("parameter"),
        },
        PUSH_CREDENTIAL,
        ENDPOINT_ID,
    ],
    foreign: &[
        ("allow_incoming", Kind::Incoming),
        ("incoming_allow", Kind::Incoming),
        ("app", Kind::Outgoing),
        ("application", Kind::Outgoing),
        ("application_sid", Kind::Outgoing),
        ("outgoing_application_sid", Kind::Outgoing),
        ("push_credential_sid", Kind::PushCredential),
        ("endpoint", Kind::EndpointId),
    ],
    elsewhere: OUTSIDE,
};

const VIDEO: Language<Kind> = Language {
    name: "video",
    forms: &[form(Kind::Room, "room", Takes::Expression, "a room", "write `room \"daily\"`")],
    foreign: &[("room_name", Kind::Room), ("room_sid", Kind::Room)],
    elsewhere: OUTSIDE,
};

const CHAT: Language<Kind> = Language {
    name: "chat",
    forms: &[
        SERVICE,
        ENDPOINT_ID,
        form(
            Kind::DeploymentRole,
            "deployment_role",
            Takes::Expression,
            "a role SID",
            "write `deployment_role \"RL…\"`",
        ),
        PUSH_CREDENTIAL,
    ],
    foreign: &[
        ("service_sid", Kind::Service),
        ("endpoint", Kind::EndpointId),
        ("role", Kind::DeploymentRole),
        ("deployment_role_sid", Kind::DeploymentRole),
        ("push_credential_sid", Kind::PushCredential),
    ],
    elsewhere: OUTSIDE,
};

const SYNC: Language<Kind> = Language {
    name: "sync",
    forms: &[SERVICE, ENDPOINT_ID],
    foreign: &[("service_sid", Kind::Service), ("endpoint", Kind::EndpointId)],
    elsewhere: OUTSIDE,
};

const TASK_ROUTER: Language<Kind> = Language {
    name: "task_router",
    forms: &[
        form(Kind::Workspace, "workspace", Takes::Expression, "a workspace SID", "write `workspace \"WS…\"`"),
        form(Kind::Worker, "worker", Takes::Expression, "a worker SID", "write `worker \"WK…\"`"),
        form(Kind::Role, "role", Takes::Expression, "a role", "write `role \"worker\"`"),
    ],
    foreign: &[("workspace_sid", Kind::Workspace), ("worker_sid", Kind::Worker)],
    elsewhere: OUTSIDE,
};
