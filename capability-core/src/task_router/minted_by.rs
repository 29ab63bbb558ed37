//! Which library wrote a token of this family: they differ in the order of members.

use super::channel::{TASK_QUEUE, WORKER};
use super::claims::{ACCOUNT, CHANNEL, FRIENDLY_NAME, POLICIES, VERSION, WORKSPACE};
use crate::inspect::Library;
use crate::jwt::{Claim, Members, claim};

const ISS: Claim = claim::ISSUER;
const EXP: Claim = claim::EXPIRES;
const NBF: Claim = claim::NOT_BEFORE;
const IAT: Claim = claim::ISSUED_AT;

/// The claim for the SID of the channel, which is `worker_sid`, `taskqueue_sid` or missing.
const SID: Claim = WORKER;

/// The claims of each library in their order, which is that of the alphabet for Go, and whether `typ` is first in the header. Those after `exp` can be missing.
const ORDERS: [(Library, bool, &[Claim]); 8] = [
    (
        Library::TwilioCapability,
        true,
        &[ACCOUNT, WORKSPACE, CHANNEL, VERSION, FRIENDLY_NAME, SID, POLICIES, ISS, EXP, NBF],
    ),
    (
        Library::Python,
        false,
        &[ACCOUNT, WORKSPACE, CHANNEL, VERSION, FRIENDLY_NAME, POLICIES, SID, ISS, EXP, NBF],
    ),
    (
        Library::Ruby,
        true,
        &[ACCOUNT, WORKSPACE, CHANNEL, VERSION, FRIENDLY_NAME, POLICIES, SID, ISS, NBF, EXP],
    ),
    (Library::Php, true, &[VERSION, FRIENDLY_NAME, ISS, EXP, ACCOUNT, CHANNEL, WORKSPACE, SID, POLICIES]),
    (
        Library::Go,
        false,
        &[ACCOUNT, CHANNEL, EXP, FRIENDLY_NAME, ISS, NBF, POLICIES, SID, VERSION, SID, WORKSPACE],
    ),
    (Library::Java, true, &[ISS, EXP, SID, WORKSPACE, CHANNEL, POLICIES, ACCOUNT, VERSION]),
    (Library::Node, false, &[ISS, EXP, VERSION, ACCOUNT, CHANNEL, WORKSPACE, POLICIES, SID, IAT]),
    (Library::Csharp, false, &[ISS, EXP, VERSION, ACCOUNT, FRIENDLY_NAME, WORKSPACE, CHANNEL, SID, POLICIES]),
];

pub(super) fn minted_by(header: &Members<'_>, claims: &Members<'_>) -> Vec<Library> {
    let typ_first = match header.names().collect::<Vec<_>>().as_slice() {
        ["typ", "alg"] => true,
        ["alg", "typ"] => false,
        _ => return Vec::new(),
    };
    let names: Vec<_> = claims.names().collect();
    let can_be_missing = |claim: &Claim| [SID.name(), NBF.name()].contains(&claim.name());
    let fits = |order: &[Claim]| {
        let mut rest =
            names.iter().map(|name| if *name == TASK_QUEUE.name() { SID.name() } else { *name }).peekable();
        for claim in order {
            if rest.next_if(|name| *name == claim.name()).is_none() && !can_be_missing(claim) {
                return false;
            }
        }
        rest.next().is_none()
    };
    let fitting = ORDERS.iter().filter(|(_, first, order)| *first == typ_first && fits(order));
    fitting.map(|(library, ..)| *library).collect()
}
