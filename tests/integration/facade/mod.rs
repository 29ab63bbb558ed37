//! Tests of what a reader of the documentation sees first.

mod configuration;
mod environment;
mod errors_page;
mod evaluation_order;
mod fragment_precedence;
mod fragments;
mod inference;
mod quickstart;
mod readme;
