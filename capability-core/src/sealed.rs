//! What keeps other crates from implementing the traits of this library, and from calling their hidden methods.

/// The supertrait of every trait that stands for a state, a kind or a family: only this crate can name it, so no other
/// crate can make a token that lacks something.
#[expect(unnameable_types, reason = "that is how the traits are sealed")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot implement this trait",
    label = "the library alone implements it, so that no token can lack what it promises"
)]
pub trait Sealed {}

/// An argument of the hidden methods of public traits. Other crates can see the methods, but cannot make this value, and
/// so cannot call them.
#[expect(unnameable_types, reason = "that is how the methods are kept private")]
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Private;
