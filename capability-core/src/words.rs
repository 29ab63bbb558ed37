//! The words of the macros, for an editor: it completes them and shows what stands here when it expands a call to
//! paths into these modules, one for each place where statements can stand.
//!
//! Constants, since a function would be completed with parentheses.

#![expect(non_upper_case_globals, reason = "the words are written as in the macros")]

/// The word at the start of a statement.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Statement;

/// The statements of `capability!`.
pub mod capability {
    use super::Statement;

    /// `credentials account`: who signs, an `AccountCredentials` or a reference to one.
    pub const credentials: Statement = Statement;
    /// `incoming "john"`: takes calls to this client name.
    pub const incoming: Statement = Statement;
    /// `outgoing "AP…" as "john" { user_id = id }`: makes calls to this application.
    pub const outgoing: Statement = Statement;
    /// `events { CallSid = sid }`: reads the account's events.
    pub const events: Statement = Statement;
    /// `ttl 300`, `ttl 5m`: how long the token lives, at most 24 hours.
    pub const ttl: Statement = Statement;
    /// `not_before time`: from when the token is valid, a `UnixTime`.
    pub const not_before: Statement = Statement;
    /// `expires time`: until when the token is valid, a `UnixTime`.
    pub const expires: Statement = Statement;
}

/// The statements of `access_token!`.
pub mod access_token {
    pub use super::capability::{expires, not_before, ttl};

    use super::Statement;

    /// `credentials api_key`: who signs, an `ApiKeyCredentials` or a reference to one.
    pub const credentials: Statement = Statement;
    /// `identity "john"`: whom the token is for.
    pub const identity: Statement = Statement;
    /// `anonymous`: the token is for nobody in particular.
    pub const anonymous: Statement = Statement;
    /// `voice { incoming; outgoing "AP…" }`: grants Voice.
    pub const voice: Statement = Statement;
    /// `video { room "daily" }`: grants Video; without a room, all rooms.
    pub const video: Statement = Statement;
    /// `chat { service "IS…" }`: grants Chat or Conversations.
    pub const chat: Statement = Statement;
    /// `sync { service "IS…" }`: grants Sync.
    pub const sync: Statement = Statement;
    /// `task_router { workspace "WS…"; worker "WK…"; role "worker" }`: grants TaskRouter.
    pub const task_router: Statement = Statement;
    /// `playback grant`: grants the playback of a stream, a `PlaybackGrant`.
    pub const playback: Statement = Statement;
    /// `region "au1"`: the region of the API key.
    pub const region: Statement = Statement;
    /// `id "…"`: what tells the token from all others; by default each gets its own.
    pub const id: Statement = Statement;
}

/// The statements in the braces of `voice`.
pub mod voice {
    use super::Statement;

    /// `incoming`: takes calls to the identity.
    pub const incoming: Statement = Statement;
    /// `outgoing "AP…" { user_id = id }`: makes calls to this application.
    pub const outgoing: Statement = Statement;
    /// `push_credential "CR…"`: by which a phone is told of a call or a message.
    pub const push_credential: Statement = Statement;
    /// `endpoint_id "phone"`: one device among those of the identity.
    pub const endpoint_id: Statement = Statement;
}

/// The statements in the braces of `video`.
pub mod video {
    use super::Statement;

    /// `room "daily"`: the only room that the token opens.
    pub const room: Statement = Statement;
}

/// The statements in the braces of `chat`.
pub mod chat {
    pub use super::voice::{endpoint_id, push_credential};

    use super::Statement;

    /// `service "IS…"`: the service that may be used.
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
    use super::Statement;

    /// `workspace "WS…"`: the workspace.
    pub const workspace: Statement = Statement;
    /// `worker "WK…"`: the worker that the identity is.
    pub const worker: Statement = Statement;
    /// `role "worker"`: what the worker may do.
    pub const role: Statement = Statement;
}
