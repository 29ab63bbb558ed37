//! The keywords of `capability!`, for an editor.

#![expect(non_upper_case_globals, reason = "the keywords are written as in the macro")]

/// The statements of `capability!`.
pub mod capability {
    use crate::macro_support::words::Statement;
    pub use crate::macro_support::words::{expires, not_before, ttl};

    /// `credentials account`: what signs the token, an `AccountCredentials` or a pointer to one.
    pub const credentials: Statement = Statement;
    /// `incoming "john"`: allows incoming calls to this client name.
    pub const incoming: Statement = Statement;
    /// `outgoing "AP…" as "john" { user_id = id }`: allows outgoing calls to this application.
    pub const outgoing: Statement = Statement;
    /// `events { CallSid = sid }`: allows reading the account's events.
    pub const events: Statement = Statement;
}
