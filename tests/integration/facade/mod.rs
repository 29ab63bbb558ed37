//! What a reader of the documentation meets first.

mod errors_page;
mod inference;
mod quickstart;
mod readme;
