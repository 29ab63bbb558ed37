//! Keywords of `access_token!` are misspelled.

use twilio_capability::access_token;

fn main() {
    let _ = access_token! {
        identiy "john";
        vioce { incomming };
        conversations { service_sid "IS11111111111111111111111111111111" };
        jti "1"
    };
}
