#![doc = include_str!("../README.md")]

pub use twilio_capability_core::*;

/// Says what a client capability token allows; the value is a [`ClientCapability`].
///
/// ```
/// use twilio_capability::{AccountCredentials, capability};
///
/// let account = AccountCredentials::new(
///     "AC00000000000000000000000000000000".parse()?,
///     "not_a_real_auth_token".parse()?,
/// );
/// let user_id = 42;
/// let token = capability! {
///     incoming "john";
///     outgoing "AP11111111111111111111111111111111" as "john" { user_id };
///     ttl 300
/// }
/// .credentials(&account)
/// .sign();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// | statement | meaning |
/// |---|---|
/// | `credentials expr` | what signs the token, an [`AccountCredentials`] or a pointer to one |
/// | `incoming name` | takes calls to this [`ClientName`] |
/// | `outgoing app as name { key = value, … }` | makes calls to this [`ApplicationSid`]; all but the application may be left out |
/// | `events { key = value, … }` | reads the account's events; the filters may be left out |
/// | `ttl 300`, `ttl 5m`, `ttl expr` | how long the token lives, a [`Ttl`]; one hour if left out |
/// | `not_before expr`, `expires expr` | from when and until when, a [`UnixTime`] |
///
/// An expression that ends in `.parse()?`, `.try_into()?` or `.into()` becomes the type that its place needs. `env!("NAME")` and
/// `concat!("a", "b")` are checked when the program is compiled, as a literal is. `{ user_id, ..more }` adds the [`Params`] in
/// `more`, whose names are known only at run time. A name that is written before `..` wins:
///
/// ```
/// use std::collections::HashMap;
///
/// use twilio_capability::{AccountCredentials, Params, Token, capability};
///
/// fn token(
///     account: &AccountCredentials,
///     name: &str,
///     more: &HashMap<String, String>,
/// ) -> Result<Token, Box<dyn std::error::Error>> {
///     let more = Params::try_from_iter(more)?;
///     let capability = capability! {
///         incoming name.parse()?;
///         outgoing "AP11111111111111111111111111111111" as name.parse()? { user_id = 42, ..more };
///         credentials account
///     };
///     Ok(capability.sign())
/// }
/// ```
///
/// Statements are separated by `;`, come in any order, and each comes once. `< … >` serves as well as `{ … }`, and `key`
/// alone means `key = key`. A literal that Twilio would not accept is a compile error at the literal:
///
/// ```compile_fail
/// # use twilio_capability::capability;
/// // The third character is the letter `O`.
/// let capability = capability! { outgoing "APO1111111111111111111111111111111" };
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! capability {
    ($($statement:tt)*) => {
        $crate::__private::capability! { $crate; $($statement)* }
    };
}

#[doc = include_str!("../docs/access_token.md")]
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! access_token {
    ($($statement:tt)*) => {
        $crate::__private::access_token! { $crate; $($statement)* }
    };
}

#[doc = include_str!("../docs/task_router.md")]
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! task_router_capability {
    ($($statement:tt)*) => {
        $crate::__private::task_router_capability! { $crate; $($statement)* }
    };
}

/// What the macros expand to. Not part of the interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    #[cfg(all(feature = "macros", not(rust_analyzer)))]
    pub use twilio_capability_macros::*;

    #[cfg(all(feature = "macros", rust_analyzer))]
    pub use self::editor::*;

    /// What the macros are for rust-analyzer.
    #[cfg(feature = "macros")]
    pub mod editor {
        pub use twilio_capability_macros::access_token_in_editor as access_token;
        pub use twilio_capability_macros::capability_in_editor as capability;
        pub use twilio_capability_macros::task_router_capability_in_editor as task_router_capability;
    }

    pub use twilio_capability_core::access::macro_support::*;
    pub use twilio_capability_core::client_capability::macro_support::*;
    pub use twilio_capability_core::macro_support::*;
    pub use twilio_capability_core::task_router::macro_support::*;
}
