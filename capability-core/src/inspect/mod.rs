//! Explains tokens without a key. What is explained is not to be believed: for that there is the verifier.

mod duration;
mod errors;
mod explanation;
mod family_facts;
mod finding;
mod header;
mod inspection;
pub(crate) mod inspector;
mod kind;
mod library;
mod name;
mod pasted;
mod quoted;
pub(crate) mod rule;
mod secret;
mod severity;
mod spelling;
mod times;
mod token_halves;

pub(crate) use self::duration::InWords;
pub(crate) use self::family_facts::{Explain, FamilyFacts};
pub use self::finding::Finding;
pub(crate) use self::finding::Findings;
pub(crate) use self::header::pointer;
pub use self::inspection::Inspection;
pub(crate) use self::inspector::{FamilyInspector, Inspected};
pub use self::kind::FindingKind;
pub use self::library::Library;
pub(crate) use self::quoted::{OneLine, Quoted, QuotedAscii, QuotedJson};
pub use self::rule::FindingRule;
pub(crate) use self::rule::finding_rules;
pub use self::severity::Severity;
pub(crate) use self::token_halves::{TokenHalves, starts_like};
