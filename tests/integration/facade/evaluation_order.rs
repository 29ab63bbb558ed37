//! The expressions in a macro run in the order in which they are written, each once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cell::RefCell;
use std::sync::Mutex;

use twilio_capability::{
    AccountCredentials, ApplicationSid, ClientCapability, ClientName, CredentialSid, EndpointId,
    NoCredentials, OutgoingParams, ParamName, Params, PolicyUrl, RoleSid, Scopes, ServiceSid, TokenId, Ttl,
    UnixTime, VoiceIdentity, WorkerRole, WorkerSid, WorkspaceSid, access_token, capability,
    task_router_capability,
};

use crate::support::{account, api_key, now};

const APP: ApplicationSid = ApplicationSid::from_static("AP11111111111111111111111111111111");
const JOHN: ClientName = ClientName::from_static("john");
const SERVICE: ServiceSid = ServiceSid::from_static("IS11111111111111111111111111111111");
const WORKSPACE: WorkspaceSid = WorkspaceSid::from_static("WS11111111111111111111111111111111");
const PHONE: EndpointId = EndpointId::from_static("phone");
const X: ParamName = ParamName::from_static("x");

/// The names of the expressions, in the order in which they ran.
#[derive(Default)]
struct Log(RefCell<Vec<&'static str>>);

impl Log {
    fn runs<T>(&self, name: &'static str, value: T) -> T {
        self.0.borrow_mut().push(name);
        value
    }

    fn taken(&self) -> Vec<&'static str> {
        self.0.take()
    }
}

#[test]
fn the_expressions_of_a_capability_run_as_written() {
    let (log, account) = (Log::default(), account());
    let more = Params::new().param(X, 1).param(ParamName::from_static("y"), 2);
    let token = capability! {
        ttl log.runs("ttl", Ttl::MAX);
        outgoing log.runs("application", APP) as log.runs("name", JOHN) {
            a = log.runs("a", 1), b = "literal", x = log.runs("x", 3), ..log.runs("spread", &more)
        };
        credentials log.runs("credentials", &account);
        events { E = log.runs("filter", "e") };
        incoming log.runs("incoming", JOHN);
        not_before log.runs("not before", UnixTime::EPOCH)
    };
    let expected =
        ["ttl", "application", "name", "a", "x", "spread", "credentials", "filter", "incoming", "not before"];
    assert_eq!(log.taken(), expected);
    let outgoing = twilio_capability::Outgoing::to(APP).as_client(JOHN).params(more);
    let outgoing = outgoing
        .param(ParamName::from_static("a"), 1)
        .param(ParamName::from_static("b"), "literal")
        .param(X, 3);
    let builder = ClientCapability::new().outgoing(outgoing).incoming(JOHN).ttl(Ttl::MAX);
    let builder = builder.events(
        twilio_capability::EventStream::new().filter(twilio_capability::FilterName::from_static("E"), "e"),
    );
    let builder = builder.not_before(UnixTime::EPOCH).credentials(&account);
    assert_eq!(token.sign_at(now()).as_str(), builder.sign_at(now()).as_str());
}

#[test]
fn the_expressions_of_an_access_token_run_as_written() {
    let (log, key) = (Log::default(), api_key());
    let token = access_token! {
        credentials log.runs("credentials", &key);
        task_router {
            role log.runs("role", WorkerRole::from_static("worker"));
            worker log.runs("worker", WorkerSid::from_static("WK11111111111111111111111111111111"));
            workspace log.runs("workspace", WORKSPACE)
        };
        voice {
            endpoint_id log.runs("endpoint of voice", PHONE);
            outgoing log.runs("application", APP) {
                a = log.runs("a", 1), x = log.runs("x", [2]), ..log.runs("spread", OutgoingParams::new().param(X, 1))
            };
            push_credential log.runs("credential", CredentialSid::from_static("CR11111111111111111111111111111111"))
        };
        identity log.runs("identity", VoiceIdentity::from_static("john"));
        chat {
            endpoint_id log.runs("endpoint of chat", PHONE);
            service log.runs("service of chat", SERVICE);
            deployment_role log.runs("deployment role", RoleSid::from_static("RL11111111111111111111111111111111"))
        };
        sync { endpoint_id "literal"; service log.runs("service of sync", SERVICE) };
        id log.runs("id", TokenId::from_static("id"));
        ttl log.runs("ttl", Ttl::MAX)
    };
    let expected = [
        "credentials",
        "role",
        "worker",
        "workspace",
        "endpoint of voice",
        "application",
        "a",
        "x",
        "spread",
        "credential",
        "identity",
        "endpoint of chat",
        "service of chat",
        "deployment role",
        "service of sync",
        "id",
        "ttl",
    ];
    assert_eq!(log.taken(), expected);
    let written_first = access_token! {
        identity "john";
        id "id";
        ttl 24h;
        voice {
            outgoing APP { a = 1, x = [2] };
            push_credential "CR11111111111111111111111111111111";
            endpoint_id "phone"
        };
        chat { service SERVICE; endpoint_id PHONE; deployment_role "RL11111111111111111111111111111111" };
        sync { service SERVICE; endpoint_id "literal" };
        task_router {
            workspace WORKSPACE;
            worker "WK11111111111111111111111111111111";
            role "worker"
        };
        credentials &key
    };
    assert_eq!(token.sign_at(now()).as_str(), written_first.sign_at(now()).as_str());
}

#[test]
fn the_expressions_of_a_task_router_capability_run_as_written() {
    let (log, account) = (Log::default(), account());
    let token = task_router_capability! {
        credentials log.runs("credentials", &account);
        allow update_self;
        ttl log.runs("ttl", Ttl::MAX);
        policy GET log.runs("policy", PolicyUrl::from_static("/Tasks")) query { Limit = optional };
        policy POST "/Workers";
        workspace log.runs("workspace", WORKSPACE);
        deny DELETE log.runs("deny", PolicyUrl::from_static("/Tasks"));
        not_before log.runs("not before", UnixTime::EPOCH)
    };
    assert_eq!(log.taken(), ["credentials", "ttl", "policy", "workspace", "deny", "not before"]);
    let written_first = task_router_capability! {
        workspace WORKSPACE;
        policy GET "/Tasks" query { Limit = optional };
        policy POST "/Workers";
        deny DELETE "/Tasks";
        allow update_self;
        ttl 24h;
        not_before UnixTime::EPOCH;
        credentials account
    };
    assert_eq!(token.sign_at(now()).as_str(), written_first.sign_at(now()).as_str());
}

/// What ends early ends at its place, and nothing after it runs.
fn until_the_first_error(log: &Log, fails: &str) -> Option<ClientCapability<NoCredentials, Scopes>> {
    let runs = |name: &'static str| log.runs(name, (name != fails).then_some(1));
    Some(capability! {
        outgoing APP { a = runs("a")?, b = runs("b")?, ..runs("spread").map(|_| Params::new())? };
        events { c = runs("c")? }
    })
}

#[test]
fn nothing_runs_after_a_question_mark() {
    let log = Log::default();
    let order = ["a", "b", "spread", "c"];
    for (n, fails) in order.iter().enumerate() {
        assert!(until_the_first_error(&log, fails).is_none());
        assert_eq!(log.taken(), order.get(..=n).unwrap());
    }
    assert!(until_the_first_error(&log, "").is_some());
    assert_eq!(log.taken(), order);
}

/// Says when it is dropped.
struct Guard<'l>(&'l Log, &'static str, ClientName);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.runs(self.1, ());
    }
}

impl std::fmt::Display for Guard<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.runs("written", ());
        f.write_str("guard")
    }
}

#[test]
fn temporaries_last_until_the_call_has_been_evaluated() {
    let log = Log::default();
    let more = Mutex::new(Params::new().param(X, 1));
    let account: AccountCredentials = account();
    let token = capability! {
        outgoing APP as &Guard(&log, "name dropped", JOHN).2 {
            a = format_args!("{}-{}", String::from("1"), 2),
            b = &*String::from("temporary"),
            c = Guard(&log, "value dropped", JOHN),
            ..more.lock().unwrap()
        };
        credentials &account
    };
    assert_eq!(log.taken(), ["written", "value dropped", "name dropped"]);
    assert!(more.try_lock().is_ok());
    let expected = capability! {
        outgoing APP as JOHN { x = 1, a = "1-2", b = "temporary", c = "guard" };
        credentials &account
    };
    assert_eq!(token.sign_at(now()).as_str(), expected.sign_at(now()).as_str());

    let service = Mutex::new(SERVICE);
    let endpoint = Mutex::new(PHONE);
    let token = access_token! {
        anonymous;
        sync { endpoint_id &*endpoint.lock().unwrap(); service *service.lock().unwrap() };
        credentials api_key()
    };
    assert!(service.try_lock().is_ok() && endpoint.try_lock().is_ok());
    let _ = token;
}
