//! Writes a parameter in the form of a scope.

use std::fmt::{Display, Write};
use std::mem;

use super::super::percent_encode::{Twice, push_twice};

/// What is between a name and its value: the equals sign, encoded once.
pub(super) const EQUALS: &[u8] = b"%3D";

/// `E(E(name))` and the equals sign: how the parameter of this name starts.
pub(super) fn encoded_name(name: &str) -> Vec<u8> {
    let mut encoded = Vec::new();
    push_name(&mut encoded, name);
    encoded
}

fn push_name(out: &mut Vec<u8>, name: &str) {
    push_twice(out, name.as_bytes());
    out.extend_from_slice(EQUALS);
}

pub(super) fn push_parameter(out: &mut Vec<u8>, name: &str, value: &dyn Display) {
    push_name(out, name);
    let unfinished = Unfinished { value_starts: out.len(), out };
    if write!(Twice(unfinished.out), "{value}").is_ok() {
        mem::forget(unfinished);
    }
}

/// A value that fails or panics halfway must not pass for a shorter one, so it becomes empty. The name stays: without it a filter
/// would let everything through.
struct Unfinished<'a> {
    out: &'a mut Vec<u8>,
    value_starts: usize,
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        self.out.truncate(self.value_starts);
    }
}
