//! The macro and the builder give the same bytes, for each statement, each form and each delimiter.

#![cfg(feature = "macros")]

use std::ops::Deref;
use std::sync::{Arc, LazyLock, Mutex};

use crate::support::{account, now};
use twilio_capability::client_capability::HasScope;
use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, EventStream, FilterName, NoCredentials,
    Outgoing, ParamName, Params, Scopes, Ttl, UnixTime, capability,
};

static ACCOUNT: LazyLock<AccountCredentials> = LazyLock::new(account);

/// The shared state of a web framework.
#[expect(clippy::redundant_allocation, reason = "some servers wrap what they are given once more")]
struct Data(Arc<Arc<AccountCredentials>>);

impl Deref for Data {
    type Target = Arc<Arc<AccountCredentials>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

const APPLICATION: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const JOHN: ClientName = ClientName::from_static("john");
const JANE: ClientName = ClientName::from_static("jane");
const USER_ID: ParamName = ParamName::from_static("user_id");

#[track_caller]
fn same(
    by_macro: ClientCapability<NoCredentials, Scopes>,
    by_builder: ClientCapability<NoCredentials, Scopes>,
) {
    let sign =
        |capability: ClientCapability<_, _>| capability.credentials(&account()).sign_at(now()).to_string();
    assert_eq!(sign(by_macro), sign(by_builder));
}

#[test]
fn incoming() {
    let builder = || ClientCapability::new().incoming(JOHN);
    let (name, borrowed) = (JOHN, &JOHN);
    same(capability! { incoming "john" }, builder());
    same(capability!(incoming "john";), builder());
    same(capability![incoming r"john"], builder());
    same(capability! { incoming borrowed }, builder());
    same(capability! { incoming JOHN }, builder());
    same(capability! { incoming name }, builder());
}

#[test]
fn outgoing() {
    let builder = || ClientCapability::new().outgoing(Outgoing::to(APPLICATION));
    let apps = [APPLICATION];
    same(capability! { outgoing "AP11111111111111111111111111111111" }, builder());
    same(capability! { outgoing APPLICATION }, builder());
    same(capability! { outgoing &apps[0] }, builder());
    same(capability! { outgoing (apps[0]) {} }, builder());
    same(capability! { outgoing APPLICATION.as_str().parse::<ApplicationSid>().unwrap() }, builder());
}

#[test]
fn strings_that_the_compiler_makes() {
    let builder =
        || ClientCapability::new().outgoing(Outgoing::to(APPLICATION).as_client(JOHN)).incoming(JANE);
    same(
        capability! {
            incoming stringify!(jane);
            outgoing concat!("AP", "1111111111111111", 1111111111111111_u64) as std::concat!("jo", "hn")
        },
        builder(),
    );
    let number = ClientName::from_static(env!("CARGO_PKG_VERSION_MAJOR"));
    same(capability! { incoming env!("CARGO_PKG_VERSION_MAJOR") }, ClientCapability::new().incoming(number));
}

#[test]
fn outgoing_as() {
    let builder =
        || ClientCapability::new().outgoing(Outgoing::to(APPLICATION).as_client(JOHN)).incoming(JANE);
    let name = JOHN;
    same(capability! { outgoing "AP11111111111111111111111111111111" as "john"; incoming "jane" }, builder());
    same(capability! { incoming JANE; outgoing APPLICATION as &name }, builder());
    same(capability! { incoming &JANE; outgoing APPLICATION as name }, builder());
}

#[test]
fn parameters() {
    struct User {
        id: String,
    }
    let user = User { id: "4 2".to_owned() };
    let user_id = user.id.clone();
    let builder = |outgoing: Outgoing| ClientCapability::new().outgoing(outgoing);
    let one = || builder(Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, "4 2"));
    same(
        capability! { outgoing "AP11111111111111111111111111111111" as "john" { user_id = user.id } },
        one(),
    );
    same(
        capability! { outgoing "AP11111111111111111111111111111111" as "john" < user_id = user.id > },
        one(),
    );
    same(capability! { outgoing APPLICATION as JOHN { user_id } }, one());
    same(capability! { outgoing APPLICATION as JOHN < user_id > }, one());
    same(capability! { outgoing APPLICATION as JOHN { "user_id" = format!("{} {}", 4, 2), } }, one());
    same(capability! { outgoing APPLICATION as JOHN < user_id = ["4", "2"].join::<&str>(" ") > }, one());
    // The calls above have not moved these values.
    assert_eq!(user.id, user_id);

    let three = Outgoing::to(APPLICATION)
        .param(ParamName::from_static("type"), "call")
        .param(ParamName::from_static("fee-€"), 1.5)
        .param(ParamName::from_static("on"), true);
    same(
        capability! { outgoing APPLICATION { r#type = "call", "fee-€" = 1.5, on = true } },
        builder(three.clone()),
    );
    same(capability! { outgoing APPLICATION < r#type = "call", "fee-€" = 1.5, on = true, > }, builder(three));
}

#[test]
fn parameters_from_elsewhere() {
    let more = Params::try_from_iter([("plan", "free & more"), ("user_id", "7")]).unwrap();
    let builder = || Outgoing::to(APPLICATION).as_client(JOHN).params(more.clone());
    let same = |by_macro, outgoing| same(by_macro, ClientCapability::new().outgoing(outgoing));
    let (user_id, shared) = (8, Arc::new(more.clone()));
    same(capability! { outgoing APPLICATION as JOHN { ..more } }, builder());
    same(capability! { outgoing APPLICATION as JOHN { ..&more, } }, builder());
    same(capability! { outgoing APPLICATION as JOHN < ..shared > }, builder());
    same(capability! { outgoing APPLICATION as JOHN { ..Params::clone(&more) } }, builder());
    // A name that is written wins.
    let written = || builder().param(USER_ID, 8);
    same(capability! { outgoing APPLICATION as JOHN { user_id, ..more } }, written());
    same(capability! { outgoing APPLICATION as JOHN < user_id = 4 + 4, ..more > }, written());
    same(
        capability! { outgoing APPLICATION as JOHN { user_id, ..Params::new() } },
        Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, 8),
    );
    assert_eq!(written().iter_params().last(), Some(("user_id".to_owned(), "8".to_owned())));
    // Nothing was moved.
    assert_eq!((more.len(), shared.len()), (2, 2));
}

#[test]
fn events() {
    let none = || ClientCapability::new().events(EventStream::new());
    same(capability! { events }, none());
    same(capability! { events {} }, none());
    same(capability!(events), none());
    let call = 7;
    let two = || {
        let filters = EventStream::new()
            .filter(FilterName::from_static("EventType"), "call.completed")
            .filter(FilterName::from_static("CallSid"), 7);
        ClientCapability::new().events(filters)
    };
    same(capability! { events { EventType = "call.completed", CallSid = call } }, two());
    same(capability! { events < EventType = "call.completed", CallSid = call > }, two());
}

#[test]
fn lifetime() {
    let builder = |seconds| ClientCapability::new().incoming(JOHN).ttl(Ttl::from_static(seconds));
    same(capability! { incoming "john"; ttl 5 }, builder(5));
    same(capability! { incoming "john"; ttl 5s }, builder(5));
    same(capability! { incoming "john"; ttl 5m }, builder(300));
    same(capability! { ttl 24h; incoming "john" }, builder(86_400));
    same(capability! { incoming "john"; ttl 86_400 }, builder(86_400));
    same(capability! { incoming "john"; ttl Ttl::from_static(5) }, builder(5));
    same(capability! { incoming "john" }, builder(3600));
}

#[test]
fn times() {
    let (opens, closes) = (now(), now().after(Ttl::from_static(60)));
    let builder = ClientCapability::new().incoming(JOHN).not_before(opens).expires_at(closes);
    same(capability! { incoming "john"; not_before opens; expires closes }, builder.clone());
    same(
        capability! { expires &closes; incoming "john"; not_before UnixTime::from_secs(1_700_000_000).unwrap() },
        builder,
    );
}

#[test]
fn credentials() {
    fn sign<S: HasScope>(capability: &ClientCapability<AccountCredentials, S>) -> String {
        capability.sign_at(now()).to_string()
    }
    let account = account();
    let expected = sign(&ClientCapability::new().incoming(JOHN).credentials(&account));
    let shared = Arc::new(account.clone());
    assert_eq!(sign(&capability! { credentials account; incoming "john" }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials &account }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials &shared; }), expected);
    let locked = Mutex::new(account.clone());
    let data = Data(Arc::new(Arc::new(account)));
    assert_eq!(sign(&capability! { incoming "john"; credentials ACCOUNT }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials locked.lock().unwrap() }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials data }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials &data }), expected);
    assert_eq!(sign(&capability! { incoming "john"; credentials **data }), expected);
}

#[test]
fn everything_at_once() {
    let id = 42;
    let builder = || {
        let outgoing = Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, 42);
        ClientCapability::new().incoming(JOHN).outgoing(outgoing).ttl(Ttl::from_static(300))
    };
    same(
        capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" < user_id = id >; ttl 300 },
        builder(),
    );
    same(
        capability!(incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" < user_id = id >; ttl 300),
        builder(),
    );
    same(
        capability![incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" < user_id = id >; ttl 300],
        builder(),
    );
    same(
        capability! { ttl 300; outgoing "AP11111111111111111111111111111111" as "john" { user_id = id }; incoming "john" },
        builder(),
    );
}

#[test]
fn macros_that_expand_to_the_macro() {
    macro_rules! both {
        ($name:expr, $sid:literal, $id:ident, $ttl:literal) => {
            capability! { incoming $name; outgoing $sid as $name { $id }; ttl $ttl }
        };
    }
    let user_id = 42;
    let outgoing = Outgoing::to(APPLICATION).as_client(JOHN).param(USER_ID, 42);
    let builder = ClientCapability::new().incoming(JOHN).outgoing(outgoing).ttl(Ttl::from_static(300));
    same(both!("john", "AP11111111111111111111111111111111", user_id, 300), builder.clone());
    same(both!(JOHN, "AP11111111111111111111111111111111", user_id, 5m), builder);
}

#[test]
fn a_literal_may_be_indexed() {
    let outgoing = Outgoing::to(APPLICATION).param(USER_ID, "bc");
    same(
        capability! { outgoing APPLICATION { user_id = "abc"[1..] } },
        ClientCapability::new().outgoing(outgoing),
    );
}
