//! The words of `access_token!`, for completion in editors. Each place for statements has a module.

#![expect(non_upper_case_globals, reason = "the words are written as in the macro")]

/// The statements of `access_token!`.
pub mod access_token {
    use crate::macro_support::words::Statement;
    pub use crate::macro_support::words::{expires, not_before, ttl};

    /// `credentials api_key`: signs the token with an `ApiKeyCredentials` or a reference to one.
    pub const credentials: Statement = Statement;
    /// `identity "john"`: the user that the token is for.
    pub const identity: Statement = Statement;
    /// `anonymous`: the token has no identity.
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
    /// `id "…"`: the token's ID. By default each token gets a unique ID.
    pub const id: Statement = Statement;
}

/// The statements in the braces of `voice`.
pub mod voice {
    use crate::macro_support::words::Statement;

    /// `incoming`: allows receiving calls to the identity.
    pub const incoming: Statement = Statement;
    /// `outgoing "AP…" { user_id = id }`: allows making calls to this application.
    pub const outgoing: Statement = Statement;
    /// `push_credential "CR…"`: the push credential for notifying a phone of a call or a message.
    pub const push_credential: Statement = Statement;
    /// `endpoint_id "phone"`: the name of this device, if the identity has several devices.
    pub const endpoint_id: Statement = Statement;
}

/// The statements in the braces of `video`.
pub mod video {
    use crate::macro_support::words::Statement;

    /// `room "daily"`: the only room that can be entered.
    pub const room: Statement = Statement;
}

/// The statements in the braces of `chat`.
pub mod chat {
    pub use super::voice::{endpoint_id, push_credential};

    use crate::macro_support::words::Statement;

    /// `service "IS…"`: the service that can be used.
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
    /// `role "worker"`: the role of the worker.
    pub const role: Statement = Statement;
}
