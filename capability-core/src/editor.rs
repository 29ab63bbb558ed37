//! What an editor sees inside a macro call that is not finished yet.
//!
//! A call with mistakes expands to its errors and would otherwise tell rust-analyzer nothing about what was typed.
//! So its statement words and expressions are passed on to a macro that the compiler sees as empty; for rust-analyzer
//! the words become paths into [`words`], where completion and documentation come from, and the expressions stay
//! expressions.

/// Empty, for the compiler.
#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __editor {
    ($($typed:tt)*) => {};
}

/// The words and the expressions, for rust-analyzer.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __editor {
    ([ $($word:ident)* ] $({ $($expression:tt)* })*) => {
        $( let _ = $crate::editor::words::$word; )*
        $( let _ = { $($expression)* }; )*
    };
}

/// The statements of `capability!` and `access_token!`, one item each.
pub mod words {
    /// `credentials account`: who signs, an `AccountCredentials` or a reference to one; in `access_token!` an
    /// `ApiKeyCredentials`.
    pub const fn credentials() {}
    /// `incoming "john"`: takes calls to this client name. In the `voice` of `access_token!`, `incoming` alone: takes
    /// calls to the identity.
    pub const fn incoming() {}
    /// `outgoing "AP…" as "john" { user_id = id }`: makes calls to this application.
    pub const fn outgoing() {}
    /// `events { CallSid = sid }`: reads the account's events.
    pub const fn events() {}
    /// `ttl 300`, `ttl 5m`: how long the token lives, at most 24 hours.
    pub const fn ttl() {}
    /// `not_before time`: from when the token is valid, a `UnixTime`.
    pub const fn not_before() {}
    /// `expires time`: until when the token is valid, a `UnixTime`.
    pub const fn expires() {}
    /// `identity "john"`: whom the token is for.
    pub const fn identity() {}
    /// `anonymous`: the token is for nobody in particular.
    pub const fn anonymous() {}
    /// `voice { incoming; outgoing "AP…" }`: grants Voice.
    pub const fn voice() {}
    /// `video { room "daily" }`: grants Video; without a room, all rooms.
    pub const fn video() {}
    /// `chat { service "IS…" }`: grants Chat or Conversations.
    pub const fn chat() {}
    /// `sync { service "IS…" }`: grants Sync.
    pub const fn sync() {}
    /// `task_router { workspace "WS…"; worker "WK…"; role "worker" }`: grants TaskRouter.
    pub const fn task_router() {}
    /// `playback grant`: grants the playback of a stream, a `PlaybackGrant`.
    pub const fn playback() {}
    /// `region "au1"`: the region of the API key.
    pub const fn region() {}
    /// `id "…"`: what tells the token from all others; by default each gets its own.
    pub const fn id() {}
    /// `push_credential "CR…"`: by which a phone is told of a call or a message.
    pub const fn push_credential() {}
    /// `endpoint_id "phone"`: one device among those of the identity.
    pub const fn endpoint_id() {}
    /// `room "daily"`: the only room that the token opens.
    pub const fn room() {}
    /// `service "IS…"`: the service that may be used.
    pub const fn service() {}
    /// `deployment_role "RL…"`: the role in the whole service.
    pub const fn deployment_role() {}
    /// `workspace "WS…"`: the workspace.
    pub const fn workspace() {}
    /// `worker "WK…"`: the worker that the identity is.
    pub const fn worker() {}
    /// `role "worker"`: what the worker may do.
    pub const fn role() {}
}
