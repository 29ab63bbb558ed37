// The labels of all links come first, because Markdown uses the first definition of a label. So the links of the README, which
// are addresses for its other readers, lead to items here. Some of these items are there only with the default features.
#![cfg_attr(feature = "macros", doc = include_str!("links.md"))]
#![doc = include_str!("../README.md")]

pub use twilio_capability_core::*;

// Only in the documentation: a program that imports all names of the library gets no module `guide`.
#[cfg(all(any(doc, doctest), feature = "macros"))]
pub mod guide;

#[doc = include_str!("links.md")]
#[doc = include_str!("../docs/capability.md")]
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! capability {
    ($($statement:tt)*) => {
        $crate::__private::capability! { $crate; $($statement)* }
    };
}

#[doc = include_str!("links.md")]
#[doc = include_str!("../docs/access_token.md")]
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! access_token {
    ($($statement:tt)*) => {
        $crate::__private::access_token! { $crate; $($statement)* }
    };
}

#[doc = include_str!("links.md")]
#[doc = include_str!("../docs/task_router.md")]
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! task_router_capability {
    ($($statement:tt)*) => {
        $crate::__private::task_router_capability! { $crate; $($statement)* }
    };
}

#[cfg_attr(feature = "webhook", doc = include_str!("links.md"))]
#[cfg_attr(feature = "webhook", doc = include_str!("../docs/call_params.md"))]
#[cfg_attr(
    not(feature = "webhook"),
    doc = "Implements the trait `CallParams` for a struct with named fields."
)]
#[cfg(feature = "macros")]
#[doc(inline)]
pub use twilio_capability_macros::CallParams;

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
    pub use twilio_capability_core::call_params::macro_support::*;
    pub use twilio_capability_core::client_capability::macro_support::*;
    pub use twilio_capability_core::macro_support::*;
    pub use twilio_capability_core::task_router::macro_support::*;
}
