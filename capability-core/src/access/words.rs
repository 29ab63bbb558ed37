//! The words of `access_token!`, for an editor: one module for each place where statements can be.

#![expect(non_upper_case_globals, reason = "the words are written as in the macro")]

/// The statements of `access_token!`.
pub mod access_token {
    use crate::macro_support::words::Statement;
    pub use crate::macro_support::words::{expires, not_before, ttl};

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
    use crate::macro_support::words::Statement;

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
    use crate::macro_support::words::Statement;

    /// `room "daily"`: the only room that the token opens.
    pub const room: Statement = Statement;
}

/// The statements in the braces of `chat`.
pub mod chat {
    pub use super::voice::{endpoint_id, push_credential};

    use crate::macro_support::words::Statement;

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
    use crate::macro_support::words::Statement;

    /// `workspace "WS…"`: the workspace.
    pub const workspace: Statement = Statement;
    /// `worker "WK…"`: the worker that the identity is.
    pub const worker: Statement = Statement;
    /// `role "worker"`: what the worker may do.
    pub const role: Statement = Statement;
}
