//! What a call borrows can be used again. What it takes by value, the caller has copied or cloned.

use twilio_capability::{AccountCredentials, ApplicationSid, ClientName, Ttl, UnixTime, capability};

struct User {
    id: String,
}

struct Session {
    account: AccountCredentials,
    name: ClientName,
    app: ApplicationSid,
    ttl: Ttl,
}

fn twice(session: &Session, user: User, opens: UnixTime, plan: String) {
    for _ in 0..2 {
        let _ = capability! {
            credentials session.account;
            incoming &session.name;
            outgoing session.app as &session.name { user_id = user.id, plan };
            ttl session.ttl;
            not_before opens
        };
    }
    drop((user, plan));
}

fn once(name: ClientName) {
    // The last use may give the value away.
    let _ = capability! { incoming name };
}

fn main() {
    let _ = (twice, once);
}
