//! Prevents other crates from implementing the traits of this library and from calling their hidden methods.

/// Supertrait of every trait for a state, a kind or a family. Only this crate can implement it, so other crates cannot
/// make incomplete tokens.
#[expect(unnameable_types, reason = "this seals the traits")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot implement this trait",
    label = "only this library can implement it, so that every token is complete"
)]
pub trait Sealed {}

/// Argument of the hidden methods of public traits. Other crates can see the methods, but they cannot call them,
/// because they cannot make this value.
#[expect(unnameable_types, reason = "this makes the methods private")]
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Private;
