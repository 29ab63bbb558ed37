//! The keywords of `access_token!`, for an editor, with a module for each place where statements can be.

#![expect(non_upper_case_globals, reason = "the keywords are written as in the macro")]

/// The statements of `access_token!`.
pub mod access_token {
    use crate::macro_support::words::Statement;
    pub use crate::macro_support::words::{expires, not_before, ttl};

    /// `credentials api_key`: what signs the token, an `ApiKeyCredentials` or a pointer to one.
    pub const credentials: Statement = Statement;
    /// `identity "john"`: who the token is for.
    pub const identity: Statement = Statement;
    /// `anonymous`: a token without an identity.
    pub const anonymous: Statement = Statement;
    /// `voice { incoming; outgoing "AP…" }`: adds a Voice grant.
    pub const voice: Statement = Statement;
    /// `video { room "daily" }`: adds a Video grant for this room, or for all rooms if none is given.
    pub const video: Statement = Statement;
    /// `chat { service "IS…" }`: adds a grant for Chat or Conversations.
    pub const chat: Statement = Statement;
    /// `sync { service "IS…" }`: adds a Sync grant.
    pub const sync: Statement = Statement;
    /// `task_router { workspace "WS…"; worker "WK…"; role "worker" }`: adds a TaskRouter grant.
    pub const task_router: Statement = Statement;
    /// `playback grant`: adds a `PlaybackGrant`, for the playback of a stream.
    pub const playback: Statement = Statement;
    /// `region "au1"`: the region of the API key.
    pub const region: Statement = Statement;
    /// `id token_id`: the token's `jti`, which no other token has; by default each token gets a new one.
    pub const id: Statement = Statement;
}

/// The statements in the braces of `voice`.
pub mod voice {
    use crate::macro_support::words::Statement;

    /// `incoming`: allows incoming calls to the identity.
    pub const incoming: Statement = Statement;
    /// `outgoing "AP…" { user_id = id }`: allows outgoing calls to this application.
    pub const outgoing: Statement = Statement;
    /// `push_credential "CR…"`: the credential for push notifications of calls or messages.
    pub const push_credential: Statement = Statement;
    /// `endpoint_id "phone"`: the name of this device among the devices of the identity.
    pub const endpoint_id: Statement = Statement;
}

/// The statements in the braces of `video`.
pub mod video {
    use crate::macro_support::words::Statement;

    /// `room "daily"`: the only room that the token can join.
    pub const room: Statement = Statement;
}

/// The statements in the braces of `chat`.
pub mod chat {
    pub use super::voice::{endpoint_id, push_credential};

    use crate::macro_support::words::Statement;

    /// `service "IS…"`: the service that the token can use.
    pub const service: Statement = Statement;
    /// `deployment_role "RL…"`: the role in the whole service.
    pub const deployment_role: Statement = Statement;
}

/// The statements in the braces of `sync`.
pub mod sync {
    pub use super::chat::service;
    pub use super::voice::endpoint_id;
}

/// The statements in the braces of `task_router`.
pub mod task_router {
    use crate::macro_support::words::Statement;

    /// `workspace "WS…"`: the workspace.
    pub const workspace: Statement = Statement;
    /// `worker "WK…"`: the worker that the token is for.
    pub const worker: Statement = Statement;
    /// `role "worker"`: what the worker is allowed to do.
    pub const role: Statement = Statement;
}
