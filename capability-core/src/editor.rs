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

/// The statements of `capability!`, one item each.
pub mod words {
    /// `credentials account`: who signs, an `AccountCredentials` or a reference to one.
    pub const fn credentials() {}
    /// `incoming "john"`: takes calls to this client name.
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
}
