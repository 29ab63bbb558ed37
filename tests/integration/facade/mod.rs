//! What a reader of the documentation meets first.

mod configuration;
mod environment;
mod errors_page;
mod inference;
mod quickstart;
mod readme;
