use twilio_capability::capability;

fn main() {
    let _ = capability! {
        incomming "john";
        outgoing "APO1111111111111111111111111111111" as "john"
    };
}
