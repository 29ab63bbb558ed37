//! How to use the library: one page for each question.
//!
//! | page | question |
//! |---|---|
//! | [`recipes`] | How does my web server answer with a token? |
//! | [`keys_and_environments`] | Which key signs, where does it come from, and how is it replaced? |
//! | [`parameters`] | What can a token pass to the webhook of a call? |
//! | [`webhooks`] | How does my server receive the call, and who calls? |
//! | [`refreshing`] | How does a page get the next token before this one expires? |
//! | [`reading`] | What does this token allow, and is it genuine? |
//! | [`errors_and_codes`] | What does this error mean, of this library or of Twilio? |
//! | [`errors`] | What does the compiler say about each mistake? |
//! | [`findings`] | What can an inspection find in a token? |
//! | [`cli`] | How do I make or read a token in a terminal? |
//! | [`testing`] | How do I test code that makes tokens or receives webhooks? |
//! | [`from_ruby`] | How do I write what I wrote in Ruby? |
//! | [`comparison`] | What do other libraries do? |
//! | [`performance`] | What does a token cost? |
//!
//! The language of the macros is described at [`capability!`](macro@crate::capability), [`access_token!`](macro@crate::access_token)
//! and [`task_router_capability!`](macro@crate::task_router_capability). `SECURITY.md` says what the library promises and how this is tested. The folder
//! `examples` has small programs.
//!
//! # Features
//!
//! | feature | default | what |
//! |---|---|---|
//! | `macros` | yes | `capability!`, `access_token!`, `task_router_capability!`, `#[derive(CallParams)]` |
//! | `webhook` | yes | the module `webhook`: the requests that Twilio sends to a server |
//! | `jsonwebtoken` | yes | its crypto providers: [`AccountCredentials::with_provider`](crate::AccountCredentials::with_provider) and the module `crypto`. If nothing else needs `jsonwebtoken`, a build without it takes half as long |
//! | `coarse_clock` | yes | on 64-bit Linux, a clock that is read in less than half the time, with the crate `nix`. Without it, three or four crates fewer are built |
//! | `http` | no | webhooks in the types of the crate `http`, as in axum |
//! | `aws_lc_rs` | no | `jsonwebtoken`'s aws-lc provider |
//!
//! This module exists only in the documentation, so it cannot clash with a name in a program.

/// A module for each page in `docs`. In the repository, the links of a page lead to files and to addresses. Here, `links.md`
/// comes first, and Markdown uses the first definition of a label, so that the same links lead to items of this documentation.
macro_rules! pages {
    ($($page:ident)+) => {$(
        #[doc = include_str!("links.md")]
        #[doc = include_str!(concat!("../docs/", stringify!($page), ".md"))]
        pub mod $page {}
    )+};
}

pages! {
    cli comparison errors errors_and_codes findings from_ruby keys_and_environments parameters performance reading recipes refreshing testing webhooks
}
