use twilio_capability::{AccountCredentials, capability};

fn main() {
    let id = 42;
    let account = AccountCredentials::new(
        "AC00000000000000000000000000000000".parse().unwrap(),
        "not_a_real_auth_token".parse().unwrap(),
    );
    let braces = capability! { incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" < user_id = id >; ttl 300 };
    let parentheses =
        capability!(incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" < user_id = id >; ttl 300);
    let brackets =
        capability![incoming "john"; outgoing "AP11111111111111111111111111111111" as "john" { user_id = id }; ttl 300];
    for capability in [braces, parentheses, brackets] {
        let _ = capability.credentials(&account).sign();
    }
}
