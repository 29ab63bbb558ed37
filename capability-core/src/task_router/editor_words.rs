//! The keywords of `task_router_capability!`, for an editor, with a module for each list of statements.

#![expect(non_upper_case_globals, reason = "the keywords are written as in the macro")]

/// The statements of `task_router_capability!`.
pub mod task_router_capability {
    use crate::macro_support::words::Statement;
    pub use crate::macro_support::words::{expires, not_before, ttl};

    /// `credentials account`: what signs the token, an `AccountCredentials` or a pointer to one.
    pub const credentials: Statement = Statement;
    /// `workspace "WS…"`: the workspace.
    pub const workspace: Statement = Statement;
    /// `worker "WK…"`: makes this the token of a worker. Without it and `task_queue`, it is the token of the workspace.
    pub const worker: Statement = Statement;
    /// `task_queue "WQ…"`: makes this the token of a task queue.
    pub const task_queue: Statement = Statement;
    /// `allow fetch_subresources, update_self`: adds rights.
    pub const allow: Statement = Statement;
    /// `policy POST "/Tasks/**" query { Limit = optional } post { ReservationStatus = required }`: allows these requests.
    pub const policy: Statement = Statement;
    /// `deny DELETE "/Tasks/**"`: denies these requests.
    pub const deny: Statement = Statement;
}

/// The rights in `allow`.
pub mod allow {
    use crate::macro_support::words::Statement;

    /// `fetch_subresources`: reading everything below the worker, task queue or workspace.
    pub const fetch_subresources: Statement = Statement;
    /// `update_self`: changing the worker, task queue or workspace.
    pub const update_self: Statement = Statement;
    /// `update_subresources`: changing everything below the worker, task queue or workspace.
    pub const update_subresources: Statement = Statement;
    /// `delete_self`: deleting the worker, task queue or workspace.
    pub const delete_self: Statement = Statement;
    /// `delete_subresources`: deleting everything below the worker, task queue or workspace.
    pub const delete_subresources: Statement = Statement;
    /// `activity_updates`: lets a worker change its own activity.
    pub const activity_updates: Statement = Statement;
    /// `reservation_updates`: lets a worker change its tasks and its reservations.
    pub const reservation_updates: Statement = Statement;
}

/// The parts of `policy`.
pub mod policy {
    use crate::macro_support::words::Statement;

    /// `GET "/Tasks/**"`: reading. The path is below the workspace; `/` is the workspace itself.
    pub const GET: Statement = Statement;
    /// `POST "/Tasks/**"`: creating and changing. The path is below the workspace; `/` is the workspace itself.
    pub const POST: Statement = Statement;
    /// `DELETE "/Tasks/**"`: deleting. The path is below the workspace; `/` is the workspace itself.
    pub const DELETE: Statement = Statement;
    /// `query { Limit = optional }`: what the query of a request must or can have.
    pub const query: Statement = Statement;
    /// `post { ReservationStatus = required }`: what the form of a request must or can have.
    pub const post: Statement = Statement;
}

/// The parts of `deny`.
pub mod deny {
    pub use super::policy::{DELETE, GET, POST, post, query};
}
