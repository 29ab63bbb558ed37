//! Explains tokens without a key. What is explained is not to be believed: for that there is the verifier.

mod duration;
mod family_facts;
mod finding;
mod inspection;
pub(crate) mod inspector;
mod library;

pub(crate) use self::family_facts::{Explain, FamilyFacts};
pub(crate) use self::finding::Findings;
pub use self::finding::{Finding, FindingKind};
pub use self::inspection::Inspection;
pub(crate) use self::inspector::{FamilyInspector, Inspected};
pub use self::library::Library;
