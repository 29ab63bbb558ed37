use twilio_capability::capability;

fn main() {
    let user_id = 42;
    let _ = capability! {
        incomming "john";
        outgoing "APO1111111111111111111111111111111" as "john smith" { user_id, From = "jane" };
        ttl 300000
    };
}
