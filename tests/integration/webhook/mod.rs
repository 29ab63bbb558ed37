//! Tests of webhooks.

mod large;
mod vectors;
