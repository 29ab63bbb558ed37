#![allow(dead_code, unused_macros, non_camel_case_types)]

mod hostile {
    pub struct String;
    pub struct Option;
    pub struct TaskRouterCapability;
    pub struct Policy;
    pub struct PolicyFilter;
    pub struct PolicyUrl;
    pub struct FilterName;
    pub struct Ttl;
    pub mod core {}
    pub mod std {}
    pub mod twilio_capability {}
    pub mod task_router {}

    pub fn Ok() {}
    pub fn Some() {}
    pub fn required() {}
    pub fn optional() {}
    pub fn policy_url() {}
    pub const GET: () = ();
    pub const LITERALS: () = ();

    macro_rules! task_router_capability {
        () => {};
    }
    macro_rules! compile_error {
        () => {};
    }

    /// Every value has methods of the same names.
    pub trait Methods: Sized {
        fn workspace(self) {}
        fn for_worker(self) {}
        fn policy(self) {}
        fn deny(self) {}
        fn query_filter(self) {}
        fn post_filter(self) {}
        fn required(self) {}
        fn optional(self) {}
        fn allow_update_self(self) {}
        fn ttl(self) {}
        fn from_static(self) {}
    }

    impl<T> Methods for T {}

    pub fn token(
        account: &::twilio_capability::AccountCredentials,
        workspace: ::twilio_capability::WorkspaceSid,
        path: &::twilio_capability::PolicyUrl,
    ) -> ::twilio_capability::Token {
        ::twilio_capability::task_router_capability! {
            workspace workspace;
            worker "WK11111111111111111111111111111111";
            allow update_self, activity_updates;
            policy GET path query { Limit = optional };
            deny POST "/Tasks" post { Status = required };
            ttl 1h
        }
        .credentials(account)
        .sign()
    }
}

fn main() {
    let _ = hostile::token;
}
